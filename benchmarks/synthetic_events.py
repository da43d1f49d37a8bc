"""Makes an index of any number of invented visits: releases that tell of five each.

Vectors are random, since list questions do not look at them; events are not read out of the
texts but laid down with them, so that only answering is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np

from corpus.release import Language, Release, ReleaseKey
from index.analysis import ANALYSIS_VERSION, terms
from index.build import DENSE, EVENTS, LEXICAL, PASSAGES
from index.dense import write_dense
from index.encoder import Encoder, Vectors
from index.event_merging import merge
from index.event_store import write_events
from index.extraction.event import (
    Account,
    Event,
    EventKind,
    Party,
    Role,
    Status,
    Telling,
    VisitForm,
)
from index.extraction.version import EXTRACTION_VERSION
from index.gazetteer import Gazetteer
from index.lexical import term_hashes, write_lexical
from index.passage import IndexedRelease, Passage
from index.passages import write_passages
from index.snapshot import FORMAT, Manifest, file_hashes, new_snapshot, publish

SEED = 20261124
EACH = 5  # visits a release tells of
FIRST, DAYS = date(2006, 1, 1), 7_300
OFFICES = {
    Role.FOREIGN_MINISTER: "Minister of Foreign Affairs",
    Role.DEPUTY_FOREIGN_MINISTER: "Deputy Minister of Foreign Affairs",
    Role.PRESIDENT: "President",
    Role.PRIME_MINISTER: "Prime Minister",
    Role.MINISTER: "Minister of Trade",
    Role.SPEAKER: "Speaker of the Parliament",
}
ROLES, ROLE_SHARES = list(OFFICES), (0.5, 0.15, 0.1, 0.1, 0.1, 0.05)
CITIES, CITY_SHARES = ("Astana", "Almaty", "Aktau", "Turkistan"), (0.7, 0.2, 0.05, 0.05)
FORMS, FORM_SHARES = ("official", "working", "state", ""), (0.3, 0.3, 0.05, 0.35)
STATUSES, STATUS_SHARES = (
    ("took_place", "past_mention", "planned", "cancelled"),
    (0.7, 0.15, 0.1, 0.05),
)
SYLLABLES = ("ka", "mo", "ri", "te", "lu", "sa", "ne", "bo", "di", "fa", "go", "hi")


def write_synthetic(folder: Path, events: int, encoder: Encoder) -> int:
    """Build an index of about `events` visits in `folder`; returns how many they are."""
    random = np.random.default_rng(SEED)
    gazetteer = Gazetteer.load()
    codes = sorted(gazetteer.country_codes() - {"KZ"})
    names = [gazetteer.country_name(code, Language.EN) for code in codes]
    told: list[Telling] = []
    releases: list[IndexedRelease] = []
    for number, day in enumerate(_days(random, -(-events // EACH))):
        chosen = random.choice(len(codes), EACH, replace=False)
        body, accounts = _release(random, day, [(codes[one], names[one]) for one in chosen])
        releases.append(IndexedRelease(number, number, _as_release(number, day, body), frozenset()))
        told += [Telling(number, account) for account in accounts]
    merged = merge(told, releases)
    _publish(folder, encoder, releases, merged, random)
    return len(merged)


def _days(random: np.random.Generator, count: int) -> Iterator[date]:
    for offset in np.sort(random.integers(DAYS, size=count)).tolist():
        yield FIRST + timedelta(days=offset)


def _release(
    random: np.random.Generator, day: date, countries: Sequence[tuple[str, str]]
) -> tuple[str, list[Account]]:
    body, accounts = "", []
    for code, name in countries:
        role = ROLES[random.choice(len(ROLES), p=ROLE_SHARES)]
        city = str(random.choice(CITIES, p=CITY_SHARES))
        form = str(random.choice(FORMS, p=FORM_SHARES))
        person = " ".join("".join(random.choice(SYLLABLES, 3)).capitalize() for _ in range(2))
        party = Party(role, person, OFFICES[role], code)
        sentence = (
            f"On {day:%d %B %Y} the {OFFICES[role]} of {name}, {person}, arrived in {city} on "
            f"{form or 'a'} visit."
        )
        accounts.append(
            Account(
                EventKind.VISIT, party, city, "KZ", day.isoformat(), day, day,
                Status(str(random.choice(STATUSES, p=STATUS_SHARES))),
                len(body), len(body) + len(sentence), VisitForm(form) if form else None,
                bool(random.random() < 0.05),
            )
        )  # fmt: skip
        body += sentence + "\n\n"
    return body.strip(), accounts


def _as_release(number: int, day: date, body: str) -> Release:
    identity = f"{number:08}"
    url = f"https://mfa.example/en/press/news/details/{identity}?lang=en"
    published = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    key = ReleaseKey("mfa", "press", identity, Language.EN)
    return Release(key, url, "Guests of Kazakhstan", body, published)


def _publish(
    folder: Path,
    encoder: Encoder,
    releases: Sequence[IndexedRelease],
    events: Sequence[Event],
    random: np.random.Generator,
) -> None:
    passages = [Passage(one.number, one.number, 0, len(one.release.body)) for one in releases]
    vectors: Vectors = random.standard_normal((len(releases), encoder.dimension)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = [term_hashes(terms(one.release.body, Language.EN)) for one in releases]
    with new_snapshot(folder) as staging:
        write_dense(vectors, staging / DENSE)
        write_lexical(rows, staging / LEXICAL)
        write_passages(releases, passages, staging / PASSAGES)
        write_events(events, staging / EVENTS)
        manifest = Manifest(
            FORMAT, encoder.fingerprint, ANALYSIS_VERSION, EXTRACTION_VERSION, "synthetic",
            encoder.dimension, len(releases), len(passages), len(events),
            datetime.now(UTC).isoformat(), file_hashes(staging),
        )  # fmt: skip
        publish(staging, manifest, folder)
