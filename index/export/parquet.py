"""Writes the table of visits as Parquet, where the optional library for it is installed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.errors import ExtraMissingError
from index.export.table import MEANINGS, VisitRecord, columns

try:
    import pyarrow
    from pyarrow import parquet
except ImportError as error:
    raise ExtraMissingError("pyarrow", "parquet") from error

_TYPES: dict[str, Any] = {
    "str": pyarrow.string(),
    "str | None": pyarrow.string(),
    "datetime.date | None": pyarrow.date32(),
    "bool": pyarrow.bool_(),
    "list[str]": pyarrow.list_(pyarrow.string()),
}


def write_parquet(records: Sequence[VisitRecord], path: Path) -> None:
    """Write the records to a new file `path`, with what each column means in its metadata."""
    schema = pyarrow.schema(
        pyarrow.field(name, _TYPES[kind], metadata={"meaning": MEANINGS[name]})
        for name, kind in columns().items()
    )
    table = pyarrow.Table.from_pylist([asdict(record) for record in records], schema=schema)
    parquet.write_table(table, path)
