"""What each rendering says around an answer, as words without mark-up. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """What was searched, how the question was read, and what was found and left out.

    Of the reading, what is no more than the question's own words is left out.
    """
    scope = answer.scope
    read_as = scope.interpretation if scope.understood is None else scope.understood
    notes = [searched_note(scope.releases, scope.newest, texts)]
    if read_as.strip():
        notes.append(texts.text("scope-read", interpretation=read_as))
    return [*notes, answer.certificate] if answer.certificate else notes


def reading_note(answer: Answer, texts: Texts) -> str | None:
    """How the question was read, where `scope_notes` leave that out."""
    scope = answer.scope
    if scope.understood is None or not scope.interpretation.strip():
        return None
    return texts.text("scope-read", interpretation=scope.interpretation)


def searched_note(releases: int, newest: datetime | None, texts: Texts) -> str:
    """How many releases were searched, and when the newest was published."""
    searched = texts.text("scope-searched", releases=releases)
    if newest is None:
        return searched
    return searched + texts.text("scope-newest", date=show_date(newest, texts.language))


def as_paragraph(notes: Iterable[str]) -> str:
    """The notes that are not empty as sentences on one line."""
    return " ".join(note if note.endswith(".") else f"{note}." for note in notes if note)


def marked(sentence: Worded, numbers: Mapping[str, int]) -> str:
    """A sentence of a language model with the numbers of the releases that bear it out.

    `numbers` are by the releases' ids.
    """
    marks = dict.fromkeys(numbers[source.release_id] for source in sentence.sources)
    return f"{sentence.text} {''.join(f'[{mark}]' for mark in marks)}"
