"""The brief on a country or organisation, the one value that every front end shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.answer import Citation
from corpus.release import Language
from index.places.gazetteer import Gazetteer


class SubjectKind(StrEnum):
    """What a brief can be on."""

    COUNTRY = "co"
    ORGANIZATION = "og"


class Part(StrEnum):
    """The parts of a brief, in their order."""

    OVERVIEW = "overview"
    HERE = "visits"
    THERE = "there"
    DOCUMENTS = "documents"
    TALKS = "talks"
    MISSIONS = "missions"
    TRADE = "trade"
    PLANS = "plans"


@dataclass(frozen=True, slots=True)
class Subject:
    """A country by its ISO alpha-2 code, or an organisation by its key in the gazetteer."""

    kind: SubjectKind
    key: str

    def name(self, language: Language) -> str:
        """The name in `language`; KeyError where the gazetteer knows no such key."""
        gazetteer = Gazetteer.load()
        if self.kind is SubjectKind.COUNTRY:
            return gazetteer.country_name(self.key, language)
        return gazetteer.organization_name(self.key, language)

    @property
    def term(self) -> str:
        """The term under which the index keeps what names it."""
        sort = "country" if self.kind is SubjectKind.COUNTRY else "organization"
        return f"@{sort}:{self.key}"


@dataclass(frozen=True, slots=True)
class Line:
    """One statement in words, with the sentences that bear it out: the first one says it.

    `date` is ISO 8601 as precise as the texts allow. A line without sources says what the
    releases do not tell, or counts other lines.
    """

    text: str
    sources: tuple[Citation, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief: its title, a summary in one line, and its lines, the newest first."""

    title: str
    summary: str
    lines: tuple[Line, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Brief:
    """What the releases tell of a subject and Kazakhstan; `notice` as in an answer.

    `sections` holds every part that applies to the subject but the overview, in order.
    """

    subject: Subject
    language: Language
    title: str
    overview: tuple[Line, ...]
    sections: Mapping[Part, Section]
    releases: int
    newest: datetime | None
    notice: str | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts that there are, the overview first."""
        return (Part.OVERVIEW, *self.sections)


def brief_to_json(brief: Brief, text: str) -> dict[str, Any]:
    """The form of a brief that machines read, with `text` as people read it; dates are ISO."""
    return {
        "subject": {"kind": brief.subject.kind.name.lower(), "key": brief.subject.key},
        "name": brief.subject.name(brief.language),
        "language": brief.language,
        "text": text,
        "overview": [_line_to_json(line) for line in brief.overview],
        "sections": {
            part: {
                "title": section.title,
                "summary": section.summary,
                "count": section.count,
                "lines": [_line_to_json(line) for line in section.lines],
            }
            for part, section in brief.sections.items()
        },
        "releases": brief.releases,
        "newest": brief.newest.isoformat() if brief.newest else None,
    }


def _line_to_json(line: Line) -> dict[str, Any]:
    return {
        "text": line.text,
        "date": line.date,
        "sources": [
            {
                "quote": source.quote,
                "url": source.url,
                "title": source.title,
                "language": source.language,
                "published_at": source.published_at.isoformat(),
            }
            for source in line.sources
        ],
    }
