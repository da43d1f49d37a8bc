"""What `elshi index status` tells."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.settings import CorpusSettings
from corpus.store import fingerprint, open_corpus
from index.settings import IndexSettings
from index.snapshot import open_snapshot


def read_status(settings: IndexSettings, environ: Mapping[str, str]) -> dict[str, str | int]:
    """Sizes, model, time of building, bytes, and whether the corpus has changed since.

    Raises IndexMissingError, IndexDamagedError or IndexOutdatedError.
    """
    snapshot, manifest = open_snapshot(settings.folder)
    with open_corpus(CorpusSettings.from_env(environ))() as session:
        current = fingerprint(session)
    size = sum(path.stat().st_size for path in snapshot.rglob("*") if path.is_file())
    return {
        "state": "up to date" if current == manifest.corpus else "behind the corpus",
        "releases": manifest.releases,
        "passages": manifest.passages,
        "events": manifest.events,
        "model": manifest.encoder,
        "dimension": manifest.dimension,
        "built": manifest.built,
        "bytes": size,
        "bytes_per_passage": size // max(manifest.passages, 1),
        "snapshot": snapshot.name,
    }
