"""An answer as plain text, for a terminal and for machines that read along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from bot.answer import Answer, Citation
from bot.dates import show_date
from bot.messages import Texts
from corpus.release import Language

LANGUAGE_NOTES = {
    Language.EN: "source-in-en",
    Language.RU: "source-in-ru",
    Language.KK: "source-in-kk",
}


def render_text(answer: Answer) -> str:
    """The whole answer as plain text without mark-up, its parts parted by a blank line."""
    return "\n\n".join(_blocks(answer, Texts(answer.language)))


def _blocks(answer: Answer, texts: Texts) -> Iterator[str]:
    yield answer.headline
    if answer.abstained and answer.citations:
        yield texts.text("nearest-releases")
    for _, group in groupby(answer.citations, key=lambda citation: citation.url):
        yield "\n".join(_source(list(group), answer, texts))
    yield _scope(answer, texts)
    if answer.notice:
        yield answer.notice


def _source(citations: list[Citation], answer: Answer, texts: Texts) -> Iterator[str]:
    first = citations[0]
    if not answer.abstained:
        yield from (f"> {citation.quote}" for citation in citations)
    date = show_date(first.published_at, answer.language)
    note = ""
    if first.language is not answer.language:
        note = f", {texts.text(LANGUAGE_NOTES[first.language])}"
    yield f"{first.title} ({date}{note})"
    yield first.url


def _scope(answer: Answer, texts: Texts) -> str:
    parts = [texts.text("scope-searched", releases=answer.scope.releases)]
    if answer.scope.newest:
        parts.append(
            texts.text("scope-newest", date=show_date(answer.scope.newest, answer.language))
        )
    parts.append(texts.text("scope-read", interpretation=answer.scope.interpretation))
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)
