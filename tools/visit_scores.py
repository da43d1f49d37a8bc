"""Scores the visits read out of a set's releases against the set's `visits.jsonl`.

    python tools/visit_scores.py SET [--language en] [--errors 20] [--release ID]

A read row is right when one gold row of the same release, used once, has the same country or
organisation, role, destination, status and date. Names of persons, forms and "first ever" are
compared over the right rows.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.formats.json_lines import parse_row
from corpus.release import Language, Release
from index.extraction.event import Account, EventKind, Status
from index.extraction.read import read_accounts
from index.gazetteer import Gazetteer
from index.gazetteer_mentions import CityMention, OrganizationMention

HAPPENED = ("took_place", "past_mention")
CANCELLED = (Status.CANCELLED, Status.POSTPONED, Status.DENIED)


@dataclass(frozen=True, slots=True)
class Row:
    """One visit as it is compared; `days` are the first and last day that the text states."""

    who: str
    role: str
    other_roles: tuple[str, ...]
    city: str | None
    country: str | None
    status: str
    date: str | None
    days: tuple[str, str] | None
    person: str | None
    form: str | None
    first_ever: bool
    sentence: str
    is_second: bool = False

    def __str__(self) -> str:
        """The row in one line."""
        first = " FIRST" if self.first_ever else ""
        return (
            f"{self.status} {self.role} {self.who} {self.person or '-'} -> {self.city or '-'}"
            f" {self.country or '-'} {self.date or '-'} {self.form or '-'}{first}"
        )


def main() -> None:
    """Prints precision and recall, and the differences that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", type=Path)
    parser.add_argument("--language", choices=[language.value for language in Language])
    parser.add_argument("--errors", type=int, default=0, help="how many differences to show")
    parser.add_argument("--details", action="store_true", help="show other persons and forms too")
    parser.add_argument("--release", help="only this release")
    arguments = parser.parse_args()
    gold = _gold(arguments.set / "visits.jsonl")
    pairs: list[tuple[Row | None, Row | None]] = []
    shown, seconds, count = 0, 0.0, 0
    for identity, release in _releases(arguments.set / "releases.jsonl"):
        if arguments.language not in (None, release.language.value):
            continue
        if arguments.release not in (None, identity):
            continue
        wanted = [_gold_row(row, release.language) for row in gold.get(identity, [])]
        started = time.perf_counter()
        accounts = read_accounts(release)
        seconds, count = seconds + time.perf_counter() - started, count + 1
        read = [_read_row(a, release) for a in accounts if a.kind is EventKind.VISIT]
        matched = _matched(wanted, read)
        pairs += matched
        equal = _is_alike if arguments.details else _is_right
        wrong = [pair for pair in matched if not equal(*pair)]
        if shown < arguments.errors and wrong:
            print(f"\n{identity} {release.published:%Y-%m-%d} {release.title}")
            for one, other in wrong:
                shown += 1
                print(*_difference(one, other), sep="\n")
    _report(pairs, seconds, count)


def _releases(path: Path) -> list[tuple[str, Release]]:
    lines = [line for line in path.read_bytes().splitlines() if line.strip()]
    return [(json.loads(line)["id"], parse_row(line, path.name)) for line in lines]


def _gold(path: Path) -> dict[str, list[dict[str, object]]]:
    by_release: dict[str, list[dict[str, object]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            by_release.setdefault(row["release_id"], []).append(row)
    return by_release


def _gold_row(row: dict[str, object], language: Language) -> Row:
    organization = row["organization"]
    country = row["country"]
    who = str(country) if country else _organization(str(organization), language)
    return Row(
        who,
        str(row["role"]),
        (),
        _city(row["to_city"], language),
        _text(row["to_country"]),
        str(row["status"]),
        _text(row["date"]),
        None,
        _text(row["person"]),
        _text(row["kind"]),
        bool(row["first_ever"]),
        str(row["evidence"]),
    )


def _read_row(account: Account, release: Release) -> Row:
    party = account.party
    who = party.country or _organization(party.organization or "", release.language)
    status = Status.CANCELLED if account.status in CANCELLED else account.status
    days = None
    if account.first and account.last and (account.last - account.first).days <= 31:
        days = (account.first.isoformat(), account.last.isoformat())
    return Row(
        who,
        party.role.value,
        tuple(role.value for role in party.other_roles),
        _city(account.city, release.language),
        account.to_country,
        status.value,
        account.when,
        days,
        party.person,
        account.form.value if account.form else None,
        account.first_ever,
        release.body[account.start : account.end],
    )


def _text(value: object) -> str | None:
    return str(value) if value else None


def _organization(name: str, language: Language) -> str:
    for each in (language, Language.EN):
        for mention in Gazetteer.load().mentions(name, each):
            if isinstance(mention, OrganizationMention):
                return mention.organization
    return _folded(name)


def _city(name: object, language: Language) -> str | None:
    if not name:
        return None
    for each in (language, *Language):
        for mention in Gazetteer.load().mentions(str(name), each):
            city = mention.city if isinstance(mention, CityMention) else None
            city = city or getattr(mention, "city", None)
            if city:
                return str(city)
    return _folded(str(name))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def _is_right(gold: Row | None, read: Row | None) -> bool:
    if gold is None or read is None:
        return False
    if (gold.who, gold.role, gold.status) != (read.who, read.role, read.status):
        return False
    place = gold.city == read.city if gold.city else gold.country == read.country
    return place and _is_same_date(gold, read)


def _is_alike(gold: Row | None, read: Row | None) -> bool:
    if gold is None or read is None or not _is_right(gold, read):
        return False
    ours, theirs = ((r.form, r.first_ever) for r in (gold, read))
    return ours == theirs and _is_same_name(gold.person, read.person)


def _is_same_date(gold: Row, read: Row) -> bool:
    if gold.date is None or read.date is None:
        return gold.date == read.date
    if read.date.startswith(gold.date):
        return True
    is_range = read.days is not None and len(read.date) == len("2025-01-01")
    return bool(is_range and read.days and read.days[0] <= gold.date <= read.days[1])


def _likeness(gold: Row, read: Row) -> int:
    """How well two rows go together; right ones first, then those worth showing as a pair."""
    if _is_right(gold, read):
        return 100 + 2 * (gold.person == read.person) + (gold.form == read.form)
    same = (
        4 * (gold.who == read.who),
        2 * (gold.role == read.role),
        2 * (gold.city == read.city),
        gold.country == read.country,
        gold.status == read.status,
        _is_same_date(gold, read),
    )
    return sum(same) if gold.who == read.who else 0


def _matched(gold: list[Row], read: list[Row]) -> list[tuple[Row | None, Row | None]]:
    """Rows in pairs, the most alike first; one without a partner stands alone."""
    scored = sorted(
        ((_likeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)),
        key=lambda item: -item[0],
    )
    pairs: list[tuple[Row | None, Row | None]] = []
    left, right = set(range(len(gold))), set(range(len(read)))
    for likeness, i, j in scored:
        if likeness >= 7 and i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((gold[i], read[j]))
    pairs += [(gold[i], _by_other_office(gold[i], read)) for i in left]
    return pairs + [(None, read[j]) for j in right]


def _by_other_office(gold: Row, read: list[Row]) -> Row | None:
    """The read row of somebody who holds the gold row's office as well."""
    alike = (
        replace(row, role=gold.role, is_second=True) for row in read if gold.role in row.other_roles
    )
    return next((row for row in alike if _is_right(gold, row)), None)


def _difference(gold: Row | None, read: Row | None) -> list[str]:
    lines = []
    if gold:
        lines += [f"  - {gold}", f"      {gold.sentence}"]
    if read:
        lines += [f"  + {read}"]
        if gold is None or gold.sentence != read.sentence:
            lines += [f"      {read.sentence}"]
    return lines


def _report(pairs: list[tuple[Row | None, Row | None]], seconds: float, count: int) -> None:
    for name, statuses in (("happened", HAPPENED), ("all", tuple(s.value for s in Status))):
        gold = [pair for pair in pairs if pair[0] and pair[0].status in statuses]
        read = [r for _, r in pairs if r and r.status in statuses and not r.is_second]
        right = sum(_is_right(*pair) for pair in gold)
        exact = sum(_is_right(g, r) for g, r in gold if r and not r.is_second)
        print(
            f"{name}: precision {_share(exact, len(read))} of {len(read)},"
            f" recall {_share(right, len(gold))} of {len(gold)}"
        )
    both = [(g, r) for g, r in pairs if g and r and _is_right(g, r)]
    persons = sum(_is_same_name(g.person, r.person) for g, r in both)
    forms = sum(g.form == r.form for g, r in both)
    firsts = sum(g.first_ever == r.first_ever for g, r in both)
    print(
        f"of right rows: person {_share(persons, len(both))}, form {_share(forms, len(both))},"
        f" first ever {_share(firsts, len(both))}"
    )
    print(f"{count} releases, {count / max(seconds, 1e-9):.0f} a second")


def _is_same_name(gold: str | None, read: str | None) -> bool:
    """Whether the names are one, or one is a part of the other."""
    ours, theirs = gold or "", read or ""
    return ours == theirs or bool(ours and theirs and (ours in theirs or theirs in ours))


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


if __name__ == "__main__":
    main()
