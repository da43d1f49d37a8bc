"""Builds a snapshot of the index from the releases of a corpus."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from corpus.progress import Advance, Meters, silent
from corpus.release import Language, Release
from index.analysis import ANALYSIS_VERSION, gram_terms, named, terms
from index.cache import Computed, PassageCache, PassageText
from index.dense import write_dense
from index.embedding.encoder import Encoder, Vectors
from index.errors import IndexingError
from index.events.account_cache import AccountCache
from index.events.merging import merge
from index.events.store import write_events
from index.extraction.event import Event, Telling
from index.extraction.read import read_accounts
from index.extraction.version import EXTRACTION_VERSION
from index.lexical import Terms, term_hashes, write_lexical
from index.passage import IndexedRelease, Passage
from index.passages import write_passages
from index.places.gazetteer import Gazetteer
from index.retellings import release_vectors, same_events
from index.snapshot import FORMAT, Manifest, file_hashes, new_snapshot, open_snapshot, publish
from index.text.split import split
from index.words import codes, write_words

DENSE, WORDS, LEXICAL, GRAMS = "dense.faiss", "words", "lexical", "grams"
PASSAGES, EVENTS = "passages.sqlite", "events"
CACHE = "cache"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: sizes of the index, and how many passages had to be encoded."""

    releases: int
    passages: int
    events: int
    encoded: int


def is_current(folder: Path, encoder_fingerprint: str, corpus_fingerprint: str) -> bool:
    """Whether the index in `folder` is whole and was made from this corpus with this model."""
    try:
        _, manifest = open_snapshot(folder)
    except IndexingError:
        return False
    made_with = (manifest.encoder, manifest.analysis, manifest.extraction, manifest.corpus)
    versions = (ANALYSIS_VERSION, EXTRACTION_VERSION)
    return made_with == (encoder_fingerprint, *versions, corpus_fingerprint)


def build(
    releases: Sequence[Release],
    corpus_fingerprint: str,
    encoder: Encoder,
    folder: Path,
    meters: Meters = silent,
) -> Built:
    """Build the index of `releases` in `folder` and make it the current one.

    Passages whose text was seen before with the same model are not encoded again, releases
    that were read before not read again. `meters` show how far both are. Raises IndexingError
    when the folder cannot be written.
    """
    passages = _passages(releases)
    texts = [_passage_text(releases[passage.release], passage) for passage in passages]
    try:
        cache = PassageCache(folder / CACHE, f"{encoder.fingerprint}-{ANALYSIS_VERSION}")
        with meters("Encoding passages") as shown:
            counting = _counting(shown.advance, len(texts))
            encoded = cache.fill(texts, _computer(encoder), counting)
        rows = cache.rows(texts, encoder.dimension)
        indexed = _indexed(releases, passages, rows.vectors)
        known = AccountCache(folder / CACHE, EXTRACTION_VERSION)
        with meters("Reading events") as shown:
            accounts = known.read(releases, read_accounts, shown.advance)
        tellings = [Telling(number, one) for number, told in enumerate(accounts) for one in told]
        events = merge(tellings, indexed)
        contents = _Contents(indexed, passages, rows, _grams(texts), events)
        _write(contents, corpus_fingerprint, encoder, folder)
    except OSError as error:
        reason = "the disk is full" if error.errno == errno.ENOSPC else str(error.strerror)
        raise IndexingError(f"the index in {folder} cannot be written: {reason}") from error
    return Built(len(releases), len(passages), len(events), encoded)


@dataclass(frozen=True, slots=True)
class _Contents:
    """All that a snapshot holds."""

    releases: Sequence[IndexedRelease]
    passages: Sequence[Passage]
    rows: Computed
    grams: Sequence[Terms]
    events: Sequence[Event]


def _write(contents: _Contents, corpus_fingerprint: str, encoder: Encoder, folder: Path) -> None:
    with new_snapshot(folder) as staging:
        write_dense(contents.rows.vectors, staging / DENSE)
        write_words(contents.rows.words, encoder.dimension, staging / WORDS)
        write_lexical(contents.rows.terms, staging / LEXICAL)
        write_lexical(contents.grams, staging / GRAMS)
        write_passages(contents.releases, contents.passages, staging / PASSAGES)
        write_events(contents.events, staging / EVENTS)
        manifest = Manifest(
            format=FORMAT,
            encoder=encoder.fingerprint,
            analysis=ANALYSIS_VERSION,
            extraction=EXTRACTION_VERSION,
            corpus=corpus_fingerprint,
            dimension=encoder.dimension,
            releases=len(contents.releases),
            passages=len(contents.passages),
            events=len(contents.events),
            built=datetime.now(UTC).isoformat(),
            files=file_hashes(staging),
        )
        publish(staging, manifest, folder)


def _passages(releases: Sequence[Release]) -> list[Passage]:
    found: list[Passage] = []
    for number, release in enumerate(releases):
        for start, end in split(release.body):
            found.append(Passage(len(found), number, start, end))
    return found


def _passage_text(release: Release, passage: Passage) -> PassageText:
    # The title names whom and what "the sides" and "the document" of a paragraph stand for.
    text = f"{release.title}\n{release.body[passage.start : passage.end]}"
    return PassageText(text, release.language)


def _grams(texts: Sequence[PassageText]) -> list[Terms]:
    # Quicker made anew than read from the cache, of which they would be the greatest part.
    return [term_hashes(gram_terms(text.text, Language(text.language))) for text in texts]


def _computer(encoder: Encoder) -> Callable[[Sequence[PassageText]], Computed]:
    def compute(texts: Sequence[PassageText]) -> Computed:
        rows = [term_hashes(terms(text.text, Language(text.language))) for text in texts]
        read = encoder.read_passages([text.text for text in texts])
        vectors = np.stack([one.vector for one in read])
        return Computed(vectors, [codes(one.words) for one in read], rows)

    return compute


def _counting(advance: Advance, total: int) -> Callable[[int], None]:
    done = 0

    def count_on(count: int) -> None:
        nonlocal done
        done += count
        advance(min(done, total), total)

    return count_on


def _indexed(
    releases: Sequence[Release], passages: Sequence[Passage], vectors: Vectors
) -> list[IndexedRelease]:
    bounds = [[0, 0] for _ in releases]
    for passage in passages:
        bound = bounds[passage.release]
        if bound[1] == 0:
            bound[0] = passage.number
        bound[1] = passage.number + 1
    means = release_vectors(vectors, [(first, last) for first, last in bounds])
    events = same_events(releases, means)
    return [
        IndexedRelease(number, event, release, _names(release))
        for number, (event, release) in enumerate(zip(events, releases, strict=True))
    ]


def _names(release: Release) -> frozenset[str]:
    text = f"{release.title}\n{release.body}"
    return frozenset(named(Gazetteer.load().mentions(text, release.language)))
