"""Makes an index of any number of invented events: releases that tell of five each.

As with a real ministry, half of the events are visits, others talks, calls and documents;
partners come the more often the nearer they are, and Kazakhstan's own officials travel too.
Vectors are random, since list questions do not look at them; events are not read out of the
texts but laid down with them, so that only answering is measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

import numpy as np

from corpus.release import Language, Release, ReleaseKey
from index.analysis import ANALYSIS_VERSION, terms
from index.build import DENSE, EVENTS, GRAMS, LEXICAL, PASSAGES, WORDS
from index.dense import write_dense
from index.embedding.encoder import Encoder, Vectors
from index.events.merging import merge
from index.events.store import write_events
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
from index.lexical import term_hashes, write_lexical
from index.passage import IndexedRelease, Passage
from index.passages import write_passages
from index.places.gazetteer import Gazetteer
from index.snapshot import FORMAT, Manifest, file_hashes, new_snapshot, publish
from index.words import codes, write_words

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
KINDS = (EventKind.VISIT, EventKind.TALKS, EventKind.CALL, EventKind.DOCUMENT)
KIND_SHARES = (0.5, 0.25, 0.15, 0.1)
OUTBOUND = 0.4  # of visits
FIRST_EVER = 0.03
TERM = 4  # years that somebody holds an office
NEAREST = ("CIS", "OTS", "SCO", "EU", "G20")  # whose members partners mostly are, in this order
SYLLABLES = ("ka", "mo", "ri", "te", "lu", "sa", "ne", "bo", "di", "fa", "go", "hi")


_Option = TypeVar("_Option")


@dataclass(frozen=True, slots=True)
class _Partner:
    """A country with its name in English."""

    code: str
    name: str


HOME = _Partner("KZ", "Kazakhstan")


def write_synthetic(folder: Path, events: int, encoder: Encoder) -> int:
    """Build an index of about `events` events in `folder`; returns how many they are."""
    random = Random(SEED)  # noqa: S311 - the same events every time
    partners = _partners()
    shares = [1 / (5 + rank) for rank in range(len(partners))]
    told: list[Telling] = []
    releases: list[IndexedRelease] = []
    for number, day in enumerate(_days(random, -(-events // EACH))):
        chosen = dict.fromkeys(random.choices(partners, shares, k=EACH))
        body, accounts = _release(random, day, list(chosen))
        releases.append(IndexedRelease(number, number, _as_release(number, day, body), frozenset()))
        told += [Telling(number, account) for account in accounts]
    merged = merge(told, releases)
    _publish(folder, encoder, releases, merged)
    return len(merged)


def _partners() -> list[_Partner]:
    """All countries but Kazakhstan, the nearest first."""
    gazetteer = Gazetteer.load()
    groups = [gazetteer.organization_members(key) for key in NEAREST]

    def rank(code: str) -> tuple[int, str]:
        return next((n for n, group in enumerate(groups) if code in group), len(groups)), code

    codes = sorted(gazetteer.country_codes() - {HOME.code}, key=rank)
    return [_Partner(code, gazetteer.country_name(code, Language.EN)) for code in codes]


def _days(random: Random, count: int) -> Iterator[date]:
    for offset in sorted(random.randrange(DAYS) for _ in range(count)):
        yield FIRST + timedelta(days=offset)


def _release(random: Random, day: date, partners: Sequence[_Partner]) -> tuple[str, list[Account]]:
    body, accounts = "", []
    for partner in partners:
        account, sentence = _event(random, day, partner)
        account = replace(account, start=len(body), end=len(body) + len(sentence))
        accounts.append(account)
        body += sentence + "\n\n"
    return body.strip(), accounts


def _event(random: Random, day: date, partner: _Partner) -> tuple[Account, str]:
    kind = _one(random, KINDS, KIND_SHARES)
    role = _one(random, ROLES, ROLE_SHARES)
    goes_out = kind is EventKind.VISIT and random.random() < OUTBOUND
    who, to = (HOME, partner) if goes_out else (partner, HOME)
    city = None if goes_out else _one(random, CITIES, CITY_SHARES)
    form = _one(random, FORMS, FORM_SHARES)
    person = _person(f"{who.code} {role} {day.year // TERM}")
    sentence = (
        f"On {day:%d %B %Y} the {OFFICES[role]} of {who.name}, {person}, took part in a {kind} "
        f"in {city or to.name}, {form or 'as usual'}."
    )
    account = Account(
        kind,
        Party(role, person, OFFICES[role], who.code),
        city,
        to.code,
        day.isoformat(),
        day,
        day,
        Status(_one(random, STATUSES, STATUS_SHARES)),
        0,
        0,
        VisitForm(form) if form and kind is EventKind.VISIT else None,
        random.random() < FIRST_EVER,
    )
    return account, sentence


def _person(office: str) -> str:
    """Who holds an office: the same person for some years."""
    random = Random(office)  # noqa: S311
    return " ".join("".join(random.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


def _one(random: Random, options: Sequence[_Option], shares: Sequence[float]) -> _Option:
    return random.choices(options, shares)[0]


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
) -> None:
    passages = [Passage(one.number, one.number, 0, len(one.release.body)) for one in releases]
    random = np.random.default_rng(SEED)
    vectors: Vectors = random.standard_normal((len(releases), encoder.dimension)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = [term_hashes(terms(one.release.body, Language.EN)) for one in releases]
    with new_snapshot(folder) as staging:
        write_dense(vectors, staging / DENSE)
        words = [codes(vector[np.newaxis]) for vector in vectors]
        write_words(words, encoder.dimension, staging / WORDS)
        write_lexical(rows, staging / LEXICAL)
        write_lexical([term_hashes(())] * len(rows), staging / GRAMS)
        write_passages(releases, passages, staging / PASSAGES)
        write_events(events, staging / EVENTS)
        manifest = Manifest(
            FORMAT, encoder.fingerprint, ANALYSIS_VERSION, EXTRACTION_VERSION, "synthetic",
            encoder.dimension, len(releases), len(passages), len(events),
            datetime.now(UTC).isoformat(), file_hashes(staging),
        )  # fmt: skip
        publish(staging, manifest, folder)
