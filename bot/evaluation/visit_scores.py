"""Compares visits that were read out of releases with those that a set lists; pure.

A row is right when the same release has one, used once, of the same country or organisation,
role, destination, status and date. A date is the same when it is as precise as the set's or
more, and lies in it; a visit of several days may be dated by any of them. Whoever holds two
offices is read as one row with both, and found where the set has a row for either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.release import Language

HAPPENED = frozenset({"took_place", "past_mention"})
FIELDS = ("who", "role", "destination", "status", "date")
RELATED = 7  # of 11: likeness from which two rows are shown as one that was read wrongly


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit as it is compared; `first` and `last` are the days that were read."""

    release: str
    language: Language
    who: str
    role: str
    other_roles: tuple[str, ...]
    city: str | None
    country: str | None
    status: str
    when: str | None
    first: date | None
    last: date | None
    person: str | None
    form: str | None
    first_ever: bool
    sentence: str

    def __str__(self) -> str:
        """The row in one line."""
        words = (self.status, self.role, self.who, self.person, self.city, self.country)
        told = " ".join(word or "-" for word in (*words, self.when, self.form))
        return f"{told} first ever" if self.first_ever else told


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of a release's in the set and the one that was read for it; one may be missing.

    `holder` is the row of somebody who holds the office of a `gold` that has no partner.
    """

    release: str
    language: Language
    gold: VisitRow | None
    read: VisitRow | None
    holder: VisitRow | None = None

    @property
    def is_right(self) -> bool:
        """Whether both are there and the same in all that counts."""
        if self.gold is None or self.read is None:
            return False
        return all(same_fields(self.gold, self.read).values())


@dataclass(frozen=True, slots=True)
class Share:
    """How many rows were read and how many there are to read; of each how many rightly."""

    right: int
    read: int
    found: int
    gold: int

    @property
    def precision(self) -> float | None:
        """Share of what was read that is right; None where nothing was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """Share of what there is that was read rightly; None where there is nothing."""
        return self.found / self.gold if self.gold else None


def same_fields(gold: VisitRow, read: VisitRow) -> dict[str, bool]:
    """For each of `FIELDS` whether it is the same."""
    place = gold.city == read.city if gold.city else gold.country == read.country
    same = (gold.who == read.who, gold.role == read.role, place, gold.status == read.status)
    return dict(zip(FIELDS, (*same, _is_same_date(gold, read)), strict=True))


def matched(gold: Sequence[VisitRow], read: Sequence[VisitRow]) -> list[Pair]:
    """The rows of one release in pairs, the most alike first; those without a partner alone."""
    scored = sorted(
        ((_likeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)),
        key=lambda item: -item[0],
    )
    pairs: list[Pair] = []
    left, right = dict(enumerate(gold)), dict(enumerate(read))
    for likeness, i, j in scored:
        if likeness >= RELATED and i in left and j in right:
            pairs.append(_pair(gold[i], left.pop(i), right.pop(j)))
    pairs += [_alone(row, read) for row in left.values()]
    return pairs + [_pair(row, None, row) for row in right.values()]


def _alone(gold: VisitRow, read: Iterable[VisitRow]) -> Pair:
    holders = (replace(row, role=gold.role) for row in read if gold.role in row.other_roles)
    holder = next((row for row in holders if all(same_fields(gold, row).values())), None)
    return Pair(gold.release, gold.language, gold, None, holder)


def _pair(of: VisitRow, gold: VisitRow | None, read: VisitRow | None) -> Pair:
    return Pair(of.release, of.language, gold, read)


def share(pairs: Iterable[Pair], statuses: frozenset[str] | None = None) -> Share:
    """The share of right rows among those of `statuses`, or among all."""
    wanted = list(pairs)
    gold = [p for p in wanted if p.gold and (not statuses or p.gold.status in statuses)]
    read = [p for p in wanted if p.read and (not statuses or p.read.status in statuses)]
    right = sum(pair.is_right for pair in gold)
    held = sum(pair.holder is not None for pair in gold)
    return Share(right, len(read), right + held, len(gold))


def details(pairs: Iterable[Pair]) -> dict[str, Share]:
    """Of the right rows, in how many persons, forms and first visits are the same too."""
    both = [(p.gold, p.read) for p in pairs if p.gold and p.read and p.is_right]
    same = {
        "person": sum(_is_same_name(g.person, r.person) for g, r in both),
        "form": sum(g.form == r.form for g, r in both),
        "first_ever": sum(g.first_ever == r.first_ever for g, r in both),
    }
    return {field: Share(count, len(both), count, len(both)) for field, count in same.items()}


def _is_same_name(gold: str | None, read: str | None) -> bool:
    """Whether the names are one, or one is a part of the other, as with initials left out."""
    if not gold or not read:
        return gold == read
    return gold in read or read in gold


def _is_same_date(gold: VisitRow, read: VisitRow) -> bool:
    if gold.when is None or read.when is None:
        return gold.when == read.when
    if read.when.startswith(gold.when):
        return True
    is_dated_by_days = len(gold.when) == len(read.when) == len("2025-06-03")
    if not (is_dated_by_days and read.first and read.last):
        return False
    return read.first.isoformat() <= gold.when <= read.last.isoformat()


def _likeness(gold: VisitRow, read: VisitRow) -> int:
    """How well two rows go together: right ones first, then those of one traveller."""
    same = same_fields(gold, read)
    if all(same.values()):
        # The same date before one that only lies in it, which another row may be meant by.
        exact = 8 * (gold.when == read.when) + 4 * (gold.city == read.city)
        return 100 + exact + 2 * (gold.person == read.person) + (gold.form == read.form)
    weights = (4, 2, 0, 1, 1)
    places = 2 * (gold.city == read.city) + (gold.country == read.country)
    return same["who"] * (
        places + sum(w * same[field] for w, field in zip(weights, FIELDS, strict=True))
    )
