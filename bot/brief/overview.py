"""The overview of a brief: first and last visits, counts, the newest of each part, and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from bot.answer import Citation
from bot.brief.brief import Line, Part, Section
from bot.brief.gaps import Gap, contacts_of, longest_gap, since_last
from bot.brief.lines import line_of
from bot.brief.told import Told
from bot.dates import show_day
from bot.events.selection import Group
from bot.messages import Texts
from index.extraction.event import Event

VISITS = (Part.HERE, Part.THERE)


def overview_of(told: Told, sections: Mapping[Part, Section], texts: Texts) -> tuple[Line, ...]:
    """What a reader wants to know first; what is not told of is said to be so."""
    lines: list[Line] = []
    for part, section in sections.items():
        lines += _visits(section, texts) if part in VISITS else _newest(part, section, texts)
    return (*lines, *_gaps(told, texts))


def _visits(section: Section, texts: Texts) -> Iterator[Line]:
    if not section.lines:
        yield Line(f"{section.title}: {section.summary}")
        return
    dated = [line for line in section.lines if line.date] or list(section.lines)
    told = f"{section.title}: {section.summary}"
    if len(section.lines) == 1:
        yield Line(f"{told} – {dated[0].text}", dated[0].sources, dated[0].date)
        return
    yield Line(told)
    for end, line in {"last": dated[0], "first": dated[-1]}.items():
        said = texts.text("brief-visit-end", end=end, what=line.text)
        yield Line(said, line.sources, line.date)


def _newest(part: Part, section: Section, texts: Texts) -> Iterator[Line]:
    """A part in one line: its summary, and the first of its lines."""
    if not section.lines:
        yield Line(f"{section.title}: {section.summary}")
        return
    first = section.lines[0]
    if part is Part.TRADE:
        # A full year tells more, and months of a later year are newer.
        newer = (line for line in section.lines if (line.date or "") > (first.date or "9"))
        for line in (first, *islice(newer, 1)):
            yield Line(f"{section.title}: {line.text}", line.sources, line.date)
        return
    which = "newest"
    if part is Part.PLANS:
        which = "next" if section.count else "off"
    said = texts.text("brief-newest", which=which, what=first.text)
    yield Line(f"{section.title}: {section.summary}. {said}", first.sources, first.date)


def _gaps(told: Told, texts: Texts) -> Iterator[Line]:
    contacts = contacts_of(told)
    longest, last = longest_gap(contacts, told.oldest), since_last(contacts, told.newest)
    if last is None:
        yield Line(texts.text("brief-no-contact"))
        return
    yield _since(last, told, texts)
    if longest is not None and longest.after is not None and longest.days > last.days:
        yield _between(longest, longest.after, told, texts)


def _since(gap: Gap, told: Told, texts: Texts) -> Line:
    said = texts.text(
        "brief-since",
        last=_day(gap.before, texts),
        newest=show_day(told.newest.isoformat(), texts.language),
        length=_length(gap, texts) if gap.days else "none",
    )
    return Line(said, _sources(gap.before, told, texts), gap.before.best.when)


def _between(gap: Gap, after: Event, told: Told, texts: Texts) -> Line:
    said = texts.text(
        "brief-gap",
        length=_length(gap, texts),
        first=_day(gap.before, texts),
        last=_day(after, texts),
    )
    ends = (*_sources(gap.before, told, texts), *_sources(after, told, texts))
    return Line(said, ends, gap.before.best.when)


def _length(gap: Gap, texts: Texts) -> str:
    return texts.text("brief-length", days=gap.days, months=gap.months)


def _day(event: Event, texts: Texts) -> str:
    return show_day(event.best.when or "", texts.language)


def _sources(event: Event, told: Told, texts: Texts) -> tuple[Citation, ...]:
    return line_of(Group("", (event,)), told, texts).sources
