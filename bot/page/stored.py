"""An answer as JSON that gives the same answer back; pure."""

from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from bot.answer import Answer


def answer_to_stored(answer: Answer) -> str:
    """The whole answer as JSON."""
    return json.dumps(asdict(answer), ensure_ascii=False, default=_iso)


def answer_from_stored(text: str) -> Answer:
    """The answer that `answer_to_stored` told. Raises ValueError for what is none.

    Fields that this version does not know are passed over; those that it lacks have defaults.
    """
    try:
        return cast(Answer, _read(Answer, json.loads(text)))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"no stored answer: {error}") from error


def _iso(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _read(kind: Any, value: Any) -> Any:  # noqa: ANN401 - types and JSON have no fixed type
    """`value`, as JSON has it, as one of `kind`."""
    if value is None:
        return None
    if get_origin(kind) is UnionType:
        return _read(next(one for one in get_args(kind) if one is not type(None)), value)
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in value)
    if is_dataclass(kind):
        types = _types(cast(type, kind))
        known = {name: _read(types[name], each) for name, each in value.items() if name in types}
        return cast(type, kind)(**known)
    if kind is datetime:
        return datetime.fromisoformat(value)
    return kind(value) if issubclass(kind, StrEnum) else value


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
