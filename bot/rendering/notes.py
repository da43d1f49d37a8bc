"""What each rendering says around an answer, as words without mark-up. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bot.answer import Answer, Citation, Worded
from bot.dates import show_date
from bot.messages import Texts
from corpus.release import Language

SOURCE_IN = {
    Language.EN: "source-in-en",
    Language.RU: "source-in-ru",
    Language.KK: "source-in-kk",
}


def release_note(citation: Citation, texts: Texts) -> str:
    """The date of a release, its language where that is another, and when its page changed."""
    parts = [show_date(citation.published_at, texts.language)]
    if citation.language is not texts.language:
        parts.append(language_note(citation.language, texts))
    if citation.edited_at:
        edited = show_date(citation.edited_at, texts.language)
        parts.append(texts.text("source-edited", date=edited))
    return ", ".join(parts)


def language_note(language: Language, texts: Texts) -> str:
    """In what language a release is."""
    return texts.text(SOURCE_IN[language])


def scope_notes(answer: Answer, texts: Texts) -> list[str]:
    """What was searched, how the question was read, and what was found and left out."""
    scope = answer.scope
    parts = searched_notes(scope.releases, scope.newest, texts)
    if scope.interpretation.strip():
        parts.append(texts.text("scope-read", interpretation=scope.interpretation))
    return [*parts, answer.certificate] if answer.certificate else parts


def searched_notes(releases: int, newest: datetime | None, texts: Texts) -> list[str]:
    """How many releases were searched, and when the newest was published."""
    parts = [texts.text("scope-searched", releases=releases)]
    if newest:
        parts.append(texts.text("scope-newest", date=show_date(newest, texts.language)))
    return parts


def marked(sentence: Worded, numbers: Mapping[str, int]) -> str:
    """A sentence of a language model with the numbers of the releases that bear it out.

    `numbers` are by the releases' ids.
    """
    marks = dict.fromkeys(numbers[source.release_id] for source in sentence.sources)
    return f"{sentence.text} {''.join(f'[{mark}]' for mark in marks)}"
