"""Reads the visits out of an evaluation set's releases and scores them against the set's own."""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from bot.errors import BotError
from bot.evaluation.visit_scores import HAPPENED, Pair, Share, VisitRow, details, matched, share
from corpus.errors import CorpusError
from corpus.formats.json_lines import parse_row
from corpus.release import Language, Release
from index.extraction.event import Account, EventKind, Status
from index.extraction.read import read_accounts
from index.places.gazetteer import Gazetteer
from index.places.mentions import OrganizationMention

# A set knows one status for all that did not come about.
CANCELLED = frozenset({Status.CANCELLED, Status.POSTPONED, Status.DENIED})


@dataclass(frozen=True, slots=True)
class VisitReport:
    """Pairs of rows, set and read, over all releases, and how long the reading took."""

    pairs: list[Pair]
    releases: int
    seconds: float


def score_visits(folder: Path) -> VisitReport:
    """Read the visits of all releases of the set in `folder` and compare them with its own.

    Raises BotError when the set cannot be read.
    """
    gold: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(folder / "visits.jsonl"):
        gold.setdefault(row["release_id"], []).append(row)
    pairs: list[Pair] = []
    seconds, count = 0.0, 0
    for row in _rows(folder / "releases.jsonl"):
        release = _release(row, folder)
        started = time.perf_counter()
        accounts = read_accounts(release)
        seconds, count = seconds + time.perf_counter() - started, count + 1
        wanted = [_gold_row(one, release.language) for one in gold.get(row["id"], [])]
        visits = [one for one in accounts if one.kind is EventKind.VISIT]
        pairs += matched(wanted, [_read_row(row["id"], one, release) for one in visits])
    return VisitReport(pairs, count, seconds)


def report_to_json(report: VisitReport) -> dict[str, Any]:
    """Precision and recall of all visits and of those that happened, by language and together."""
    found: dict[str, Any] = {}
    for name, statuses in (("happened", HAPPENED), ("all", None)):
        found[name] = {"together": _share_to_json(share(report.pairs, statuses))}
        for language in Language:
            own = [pair for pair in report.pairs if pair.language is language]
            if own:
                found[name][language.value] = _share_to_json(share(own, statuses))
    right = {name: one.precision for name, one in details(report.pairs).items()}
    speed = round(report.releases / report.seconds) if report.seconds else None
    return {
        **found,
        "of_right_rows": {name: _rounded(value) for name, value in right.items()},
        "releases": report.releases,
        "releases_per_second": speed,
    }


def report_to_lines(report: VisitReport) -> Iterator[str]:
    """The same as a table for people."""
    found = report_to_json(report)
    yield f"{'visits':<10}{'language':<10}{'precision':>10}{'recall':>8}{'read':>6}{'gold':>6}"
    for name in ("happened", "all"):
        for language, one in found[name].items():
            shares = "".join(
                f"{'-' if one[key] is None else format(one[key], '.3f'):>{width}}"
                for key, width in (("precision", 10), ("recall", 8))
            )
            yield f"{name:<10}{language:<10}{shares}{one['read']:>6}{one['gold']:>6}"
    same = ", ".join(f"{name} {value}" for name, value in found["of_right_rows"].items())
    yield f"of right rows the same: {same}"
    yield f"{report.releases} releases read, {found['releases_per_second']} a second"


def differences(report: VisitReport, language: str | None = None) -> Iterator[str]:
    """What was read wrongly, in `language`: - as the set has it, + as it was read; sentences."""
    for pair in report.pairs:
        if pair.is_right or pair.holder or language not in (None, pair.language):
            continue
        lines = [pair.release]
        for mark, row in (("-", pair.gold), ("+", pair.read)):
            lines += [f"  {mark} {row}", f"      {row.sentence}"] if row else []
        yield "\n".join(lines)


def _share_to_json(one: Share) -> dict[str, float | int | None]:
    shares = {"precision": _rounded(one.precision), "recall": _rounded(one.recall)}
    return shares | {"right": one.right, "read": one.read, "found": one.found, "gold": one.gold}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    except (OSError, ValueError) as error:
        raise BotError(f"{path} cannot be read: {error}") from error


def _release(row: dict[str, Any], folder: Path) -> Release:
    try:
        return parse_row(json.dumps(row).encode(), str(folder / "releases.jsonl"))
    except CorpusError as error:
        raise BotError(str(error)) from error


def _gold_row(row: dict[str, Any], language: Language) -> VisitRow:
    return VisitRow(
        release=row["release_id"],
        language=language,
        who=row["country"] or _organization(row["organization"], language),
        role=row["role"],
        other_roles=(),
        city=_city(row["to_city"], language),
        country=row["to_country"],
        status=row["status"],
        when=row["date"],
        first=None,
        last=None,
        person=row["person"],
        form=row["kind"],
        first_ever=row["first_ever"],
        sentence=row["evidence"],
    )


def _read_row(identity: str, account: Account, release: Release) -> VisitRow:
    party, language = account.party, release.language
    return VisitRow(
        release=identity,
        language=language,
        who=party.country or _organization(party.organization or "", language),
        role=party.role,
        other_roles=party.other_roles,
        city=_city(account.city, language),
        country=account.to_country,
        status=Status.CANCELLED if account.status in CANCELLED else account.status,
        when=account.when,
        first=account.first,
        last=account.last,
        person=party.person,
        form=account.form,
        first_ever=account.first_ever,
        sentence=release.body[account.start : account.end],
    )


@lru_cache(maxsize=1000)
def _organization(name: str, language: Language) -> str:
    """The gazetteer's key, so that a name and its abbreviation are the same."""
    for each in (language, Language.EN):
        for mention in Gazetteer.load().mentions(name, each):
            if isinstance(mention, OrganizationMention):
                return mention.organization
    return _folded(name)


@lru_cache(maxsize=1000)
def _city(name: str | None, language: Language) -> str | None:
    """The gazetteer's name, so that a city is the same in all languages."""
    if not name:
        return None
    for each in (language, *Language):
        for mention in Gazetteer.load().mentions(name, each):
            city: str | None = getattr(mention, "city", None)
            if city:
                return city
    return _folded(name)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
