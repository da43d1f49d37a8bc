"""The answer, the one value that every front end shows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from corpus.release import Language


class AnswerKind(StrEnum):
    """Forms that an answer takes."""

    LIST = "list"
    COUNT = "count"
    SUPERLATIVE = "superlative"
    COMPARE = "compare"
    FACT = "fact"
    QUOTE = "quote"
    DOCUMENTS = "documents"
    SUMMARY = "summary"
    PASSAGES = "passages"
    ABSTENTION = "abstention"
    CLARIFICATION = "clarification"


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and the release that it stands in; times are aware.

    `edited_at` is when the page was first seen to differ from what it was at publication.
    """

    release_id: str
    url: str
    title: str
    published_at: datetime
    language: Language
    quote: str
    edited_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time of what an item tells: a visit, or one event; with the sentence behind it.

    `date` is ISO 8601 as precise as the texts allow, `country` an ISO alpha-2 code of where to.
    """

    source: Citation
    date: str | None = None
    city: str | None = None
    country: str | None = None
    person: str | None = None
    role: str | None = None
    form: str | None = None
    first_ever: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One member of a list-like answer, with the sentences behind it.

    `label` says who or what, `detail` in words when, where and in what form. The first
    `quoted` sources bear it out; the others tell the same. `occasions` are the visits or events
    that it joins, in their order; those without a sentence that can be shown are left out.
    """

    label: str
    sources: tuple[Citation, ...]
    person: str | None = None
    role: str | None = None
    country: str | None = None
    organization: str | None = None
    city: str | None = None
    date: str | None = None
    visit_kind: str | None = None
    detail: str = ""
    quoted: int = 1
    occasions: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True)
class NearMiss:
    """What nearly answers, why it does not, in words, and the sentence that says so."""

    label: str
    reason: str
    source: Citation


@dataclass(frozen=True, slots=True)
class Worded:
    """A sentence of a language model that the quotes in `sources` bear out."""

    text: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What was searched and how the question was read, in the question's language.

    `understood` is what of the reading a reader need be told; None where that is all of it.
    """

    releases: int
    newest: datetime | None
    interpretation: str
    excluded: int = 0
    understood: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the releases say to one question.

    `headline` answers in one line. `citations` are the quotes in reading order, a release's
    own quotes side by side; in an abstention they are the nearest releases. `notice` holds
    what a reader must know besides, such as that the corpus is an invented sample. `wording`
    is empty unless a language model worded the answer. `snapshot` names the index that was asked.
    `is_titled` says that its quotes need the titles of their releases to be understood.
    """

    question: str
    language: Language
    kind: AnswerKind
    headline: str
    citations: tuple[Citation, ...]
    scope: Scope
    took_ms: float
    items: tuple[Item, ...] = ()
    count: int | None = None
    notice: str | None = None
    certificate: str | None = None
    near_misses: tuple[NearMiss, ...] = ()
    alternative: str | None = None
    wording: tuple[Worded, ...] = ()
    snapshot: str = ""
    is_titled: bool = True

    @property
    def abstained(self) -> bool:
        """Whether the releases hold no answer."""
        return self.kind is AnswerKind.ABSTENTION

    @property
    def leading(self) -> int:
        """How many of the first citations are the headline itself, word for word."""
        for count in range(1, len(self.citations) + 1):
            if " ".join(one.quote for one in self.citations[:count]) == self.headline:
                return count
        return 0

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """Those of the items and those beside them."""
        return (*(source for item in self.items for source in item.sources), *self.citations)


def answer_to_json(answer: Answer, text: str) -> dict[str, Any]:
    """The form of an answer that machines read, with `text` as people read it.

    Dates are ISO 8601; the keys are those of `answer.schema.json`.
    """
    return {
        "question": answer.question,
        "language": answer.language,
        "kind": answer.kind,
        "abstained": answer.abstained,
        "text": text,
        "items": [_item_to_json(item) for item in answer.items],
        "count": answer.count,
        "citations": [_citation_to_json(citation) for citation in answer.citations],
        "scope": {
            "releases": answer.scope.releases,
            "newest": answer.scope.newest.isoformat() if answer.scope.newest else None,
            "interpretation": answer.scope.interpretation,
            "excluded": answer.scope.excluded,
        },
        "took_ms": round(answer.took_ms, 2),
    }


def near_misses_to_json(answer: Answer) -> list[dict[str, Any]]:
    """What nearly answers, with its reason and sentence, as machines read it."""
    return [
        {
            "label": miss.label,
            "reason": miss.reason,
            "source": _citation_to_json(miss.source),
        }
        for miss in answer.near_misses
    ]


def _item_to_json(item: Item) -> dict[str, Any]:
    told = asdict(item) | {"sources": [_citation_to_json(source) for source in item.sources]}
    del told["occasions"]  # the sources and the detail say the same
    return told


def _citation_to_json(citation: Citation) -> dict[str, Any]:
    times = {
        "published_at": citation.published_at.isoformat(),
        "edited_at": citation.edited_at.isoformat() if citation.edited_at else None,
    }
    return asdict(citation) | times
