"""The parts of a brief below its overview: visits, documents, talks, missions, trade, plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from bot.brief.brief import Line, Part, Section, SubjectKind
from bot.brief.documents import count_of, documents_of, named
from bot.brief.lines import line_of, lines_of
from bot.brief.plans import ahead, called_off
from bot.brief.talks import talks_of
from bot.brief.told import Told
from bot.brief.trade import Stated, figure_line
from bot.events.selection import Group
from bot.messages import Texts
from index.extraction.event import EventKind


def sections_of(told: Told, figures: Sequence[Stated], texts: Texts) -> Mapping[Part, Section]:
    """All parts that apply to the subject, in order; one of which nothing is told is empty."""
    found = {Part.HERE: _visits(told.visits_here(), told, texts)}
    if told.subject.kind is SubjectKind.COUNTRY:
        found[Part.THERE] = _visits(told.visits_there(), told, texts)
    found[Part.DOCUMENTS] = _documents(told, texts)
    found[Part.TALKS] = _listed(list(talks_of(told)), "talks", told, texts)
    found[Part.MISSIONS] = _listed(list(_missions(told)), "missions", told, texts)
    found[Part.TRADE] = _section([figure_line(one, texts) for one in figures], "trade", texts)
    found[Part.PLANS] = _plans(told, texts)
    titles = {part: texts.text("brief-part", part=part) for part in found}
    return {
        part: Section(titles[part], section.summary, section.lines, section.count)
        for part, section in found.items()
    }


def _none_told(part: str, texts: Texts) -> str:
    """That the releases tell nothing of a part."""
    return texts.text("brief-none", part=part)


def _by_year(lines: Sequence[Line], texts: Texts) -> str:
    """How many of `lines` are of each year, the newest first."""
    counts = Counter((line.date or "")[:4] for line in lines)
    years = sorted(counts, reverse=True)
    return ", ".join(f"{year or texts.text('undated')} – {counts[year]}" for year in years)


def _visits(groups: Sequence[Group], told: Told, texts: Texts) -> Section:
    lines = lines_of(groups, told, texts)
    if not lines:
        return _section([], "visits", texts)
    summary = texts.text("visits-told", count=len(lines))
    if len(lines) > 1:
        summary += f" ({_by_year(lines, texts)})"
    return Section("", summary, tuple(lines), len(lines))


def _documents(told: Told, texts: Texts) -> Section:
    groups = documents_of(told, texts.language)
    if not groups:
        return _section([], "documents", texts)
    count = count_of(groups, told)
    summary = texts.text("events-found", kind="document", count=count)
    lines = lines_of(named(groups, told), told, texts)
    if len(lines) < count:
        by_name = texts.text("brief-named", count=len(lines))
        summary += f" ({by_name})"
    return Section("", summary, tuple(lines), count)


def _missions(told: Told) -> Iterator[Group]:
    for kind in (EventKind.OPENING, EventKind.CREDENTIALS, EventKind.APPOINTMENT):
        yield from told.of_kind(kind)


def _plans(told: Told, texts: Texts) -> Section:
    """What is ahead, the nearest first, and then what was called off, the newest first."""
    lines = [_planned(group, told, texts) for group in ahead(told)]
    lines.sort(key=lambda line: line.date or "9")
    off = [_planned(group, told, texts) for group in called_off(told)]
    off.sort(key=lambda line: line.date or "", reverse=True)
    if lines:
        return Section("", texts.text("brief-ahead", count=len(lines)), (*lines, *off), len(lines))
    return Section("", _none_told("plans", texts), tuple(off), 0)


def _planned(group: Group, told: Told, texts: Texts) -> Line:
    account = group.events[0].best
    way = "there" if account.to_country == told.subject.key else "here"
    towards = texts.text("brief-way", way=way) if account.kind is EventKind.VISIT else ""
    note = texts.text("near-reason", reason=account.status)
    return line_of(group, told, texts, towards, note)


def _listed(groups: Sequence[Group], part: str, told: Told, texts: Texts) -> Section:
    lines = lines_of(groups, told, texts)
    return _section(sorted(lines, key=lambda line: line.date or "", reverse=True), part, texts)


def _section(lines: Sequence[Line], part: str, texts: Texts) -> Section:
    summary = texts.text("brief-entries", count=len(lines)) if lines else _none_told(part, texts)
    return Section("", summary, tuple(lines), len(lines))
