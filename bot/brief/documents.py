"""Documents signed, each once: not again in the words of another language; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.brief.told import Told
from bot.events.document_counts import count_documents, number_of
from bot.events.selection import Group
from corpus.release import Language
from index.extraction.event import Event, EventKind


def documents_of(told: Told, language: Language) -> tuple[Group, ...]:
    """The documents signed with the subject, by date, in `language` where it tells them all.

    Two accounts of one story can give a document two names that no rule knows to be one. So of
    each story those stand that one language tells: the one that tells most.
    """
    groups = told.of_kind(EventKind.DOCUMENT)
    languages: dict[int, Counter[Language]] = {}
    for group in groups:
        for story, spoken in _told_in(group.events, told):
            languages.setdefault(story, Counter())[spoken] += 1
    fullest = {
        story: max(counts, key=lambda one: (counts[one], one is language, one))
        for story, counts in languages.items()
    }
    return tuple(
        group
        for group in groups
        if any(fullest[story] is spoken for story, spoken in _told_in(group.events, told))
    )


def count_of(groups: Iterable[Group], told: Told) -> int:
    """How many documents `groups` stand for, with those that only a number tells of."""
    return count_documents([event for group in groups for event in group.events], told.releases)


def named(groups: Sequence[Group], told: Told) -> tuple[Group, ...]:
    """Those of `groups` that give a name, or all where none does."""
    found = tuple(group for group in groups if number_of(group.events[0], told.releases) == 1)
    return found or tuple(groups)


def _told_in(events: Iterable[Event], told: Told) -> set[tuple[int, Language]]:
    """The stories that tell `events`, each with the languages that do."""
    sources = (
        told.releases[telling.release]
        for event in events
        for telling in event.tellings
        if telling.release in told.releases
    )
    return {(source.event, source.release.language) for source in sources}
