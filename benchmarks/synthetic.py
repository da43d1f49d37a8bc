"""Makes an index of any size out of the bundled sample: `python -m benchmarks.synthetic FOLDER N`.

Releases are put together from sentences of the sample in one language, with other numbers and
other countries, so that no two are alike. Up to 5,000 passages are encoded as they are. More
would take too long: those get stand-ins, random unit vectors around 200 of the sample's own,
and only the sample's passages keep their true ones.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

import numpy as np

from benchmarks.workspace import MODELS, ROOT
from corpus.formats.json_lines import parse_row
from corpus.release import Language, Release, ReleaseKey
from index.build import build
from index.embedding.encoder import Encoded, Encoder, Vectors
from index.embedding.models import load_encoder
from index.settings import BUNDLED
from index.text.sentences import sentences
from index.text.split import split

SAMPLE = ROOT / "corpus" / "sample" / "releases.jsonl"
COUNTRIES = ROOT / "index" / "data" / "gazetteer" / "names.csv"
ENCODED = 5_000
CENTRES = 200
SPREAD = 0.5
SEED = 20261124
FIRST = datetime(2006, 1, 1, 6, tzinfo=UTC)
DAYS = 7_300


class StandInEncoder:
    """The real encoder for the texts in `known`; random vectors near those for all others."""

    def __init__(self, encoder: Encoder, known: Sequence[str]) -> None:
        self.fingerprint, self.dimension = encoder.fingerprint, encoder.dimension
        self.encode_query, self.read_query = encoder.encode_query, encoder.read_query
        self._known = dict(zip(known, encoder.read_passages(known), strict=True))
        self._centres = np.stack([one.vector for one in self._known.values()])[:CENTRES]
        self._words = np.concatenate([one.words for one in self._known.values()])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, float32 of shape (len(texts), dimension), the same for the same text."""
        vectors: Vectors = np.stack([one.vector for one in self.read_passages(texts)])
        return vectors

    def read_passages(self, texts: Sequence[str]) -> list[Encoded]:
        """The same with as many words as each text has, any of the words known."""
        return [self._known.get(text) or self._invented(text) for text in texts]

    def _invented(self, text: str) -> Encoded:
        random = np.random.default_rng([SEED, zlib.crc32(text.encode())])
        noise = random.standard_normal(self.dimension) / np.sqrt(self.dimension)
        vector = self._centres[random.integers(len(self._centres))] + SPREAD * noise
        unit: Vectors = (vector / np.linalg.norm(vector)).astype(np.float32)
        words = self._words[random.integers(len(self._words), size=len(text.split()))]
        return Encoded(unit, words)


def main(folder: Path, passages: int) -> None:
    """Build the index in `folder`; print its sizes and the seconds taken as one JSON object."""
    encoder: Encoder = load_encoder(BUNDLED, MODELS)
    sample = sample_releases()
    releases = list(_enough(sample, passages))
    if passages > ENCODED:
        # As index.build puts a title before each passage.
        known = [f"{r.title}\n{r.body[start:end]}" for r in sample for start, end in split(r.body)]
        encoder = StandInEncoder(encoder, known)
    started = time.perf_counter()
    built = build(releases, f"synthetic-{passages}", encoder, folder)
    seconds = time.perf_counter() - started
    print(json.dumps({"releases": built.releases, "passages": built.passages, "seconds": seconds}))


def sample_releases() -> list[Release]:
    """The releases of the bundled sample."""
    return [parse_row(line, str(SAMPLE)) for line in SAMPLE.read_bytes().splitlines()]


def _enough(sample: Sequence[Release], passages: int) -> Iterator[Release]:
    """The sample and as many new releases as `passages` asks for, in the order of their time."""
    count = 0
    for release in chain(sample, _recombined(sample)):
        if count >= passages:
            return
        count += len(split(release.body))
        yield release


def _recombined(sample: Sequence[Release]) -> Iterator[Release]:
    random = np.random.default_rng(SEED)
    parts = {language: _sentences(sample, language) for language in Language}
    titles = {one: [r.title for r in sample if r.language is one] for one in Language}
    countries = {language: _countries(language) for language in Language}
    number = 1_000_000
    while True:
        number += 1
        language = list(Language)[number % 3]
        paragraphs = [
            " ".join(_drawn(random, parts[language], int(random.integers(2, 4))))
            for _ in range(int(random.integers(3, 7)))
        ]
        text = "\n\n".join((*_drawn(random, titles[language], 1), *paragraphs))
        title, _, body = _changed(text, countries[language], random).partition("\n\n")
        key = ReleaseKey("mfa", "press", str(number), language)
        url = f"https://mfa.example/{language}/press/news/details/{number}?lang={language}"
        published = FIRST + timedelta(days=int(random.integers(DAYS)))
        yield Release(key, url, title, body, published)


def _sentences(sample: Sequence[Release], language: Language) -> list[str]:
    bodies = [release.body for release in sample if release.language is language]
    return [body[start:end] for body in bodies for start, end in sentences(body)]


def _drawn(random: np.random.Generator, among: Sequence[str], count: int) -> list[str]:
    return [among[place] for place in random.integers(len(among), size=count)]


def _countries(language: Language) -> list[str]:
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter=";")
        return [row[language] for row in rows if row[language] and row["code"] != "KZ"]


def _changed(text: str, countries: Sequence[str], random: np.random.Generator) -> str:
    """`text` with other digits and, where it names countries, with one other for each of them."""
    pattern = "|".join(map(re.escape, sorted(countries, key=len, reverse=True)))
    named = dict.fromkeys(re.findall(rf"\b(?:{pattern})\b", text))
    others = {name: str(random.choice(countries)) for name in named}
    text = re.sub(rf"\b(?:{pattern})\b", lambda found: others[found[0]], text) if named else text
    return re.sub(r"\d+", lambda found: _figure(found[0], random), text)


def _figure(digits: str, random: np.random.Generator) -> str:
    first = str(random.integers(1, 10))
    return first + "".join(str(digit) for digit in random.integers(10, size=len(digits) - 1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
