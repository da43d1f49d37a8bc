"""A bundled sample of releases, all invented; `corpus.provenance` tells how to know them."""

from pathlib import Path


def sample_path() -> Path:
    """The file of the sample, to be given to the importer."""
    return Path(__file__).with_name("releases.jsonl")
