"""How far an event is told under the words that a question leaves, such as a conference's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.release import Language
from index.analysis import named
from index.extraction.event import Event, Telling
from index.passage import IndexedRelease
from index.places.gazetteer import Gazetteer
from index.text.stemming import stems


def share_of_topic(
    event: Event,
    words: Sequence[str],
    language: Language,
    releases: Mapping[int, IndexedRelease],
) -> float:
    """The share of `words` that stand around one account of `event`, where that is greatest.

    Looked at are its sentence's paragraph, the title and the first paragraph.
    """
    shares = (
        _share(telling, words, language, releases[telling.release])
        for telling in event.tellings
        if telling.release in releases
    )
    return max(shares, default=0.0)


def _share(
    telling: Telling, words: Sequence[str], language: Language, source: IndexedRelease
) -> float:
    release = source.release
    told = frozenset(stems(_around(telling, release.title, release.body), release.language))
    found = sum(
        any(stem in told for stem in stems(word, release.language))
        or bool(_keys(word, language) & source.names)
        for word in words
    )
    return found / len(words)


def _around(telling: Telling, title: str, body: str) -> str:
    account = telling.account
    start = body.rfind("\n\n", 0, account.start) + 1
    end = body.find("\n\n", account.end)
    lead = body.partition("\n\n")[0]
    return "\n".join((title, lead, body[start : end if end >= 0 else None], account.name or ""))


@lru_cache(maxsize=1000)
def _keys(word: str, language: Language) -> frozenset[str]:
    return frozenset(named(Gazetteer.load().mentions_in_question(word, language)))
