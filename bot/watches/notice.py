"""What is told of one event or story: a line, a date, a sentence and where it stands; pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import islice

from bot.events.items import Teller, item
from bot.events.selection import Group
from bot.events.stays import traveller
from bot.messages import Texts
from bot.passages.evidence import Quote
from bot.query.query import EventQuery
from bot.watches.news import Happening, Story
from corpus.release import Language, Release
from index.extraction.event import Event, Status
from index.passage import IndexedRelease

MOST_LINES = 3  # on events of one release


@dataclass(frozen=True, slots=True)
class Notice:
    """What is told, the release that it stands in, and a `quote` out of that word for word.

    `what` says it in one line, "" where the title does. `published` is ISO 8601, `language` that
    of the release; `further` are lines on events that a release tells of.
    """

    what: str
    quote: str
    title: str
    url: str
    published: str
    language: str
    further: tuple[str, ...] = ()

    def to_json(self) -> str:
        """The notice as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Notice:
        """The notice that `to_json` wrote."""
        values = json.loads(text)
        return cls(**(values | {"further": tuple(values["further"])}))


def event_notice(
    event: Event, query: EventQuery, releases: Mapping[int, IndexedRelease], language: Language
) -> Notice:
    """What is told in `language` of an event that `query` asks for."""
    told = item(Group(traveller(event), (event,)), _teller(query, releases, language))
    source = told.sources[0]
    return Notice(
        what=event_line(event, query, releases, language),
        quote=source.quote,
        title=source.title,
        url=source.url,
        published=source.published_at.isoformat(),
        language=source.language,
    )


def quote_notice(quote: Quote) -> Notice:
    """What is told of a release by the sentence in it that answers."""
    release = quote.source.release
    return _of(release, "", quote.text.strip())


def story_notice(
    story: Story,
    happenings: Iterable[Happening],
    releases: Mapping[int, IndexedRelease],
    language: Language,
) -> Notice:
    """What is told of a story: its release in `language`, if there is one, and its events."""
    ranked = sorted(story.releases, key=lambda one: one.release.language is not language)
    took_place = (one.event for one in happenings if one.event.best.status is Status.TOOK_PLACE)
    lines = (
        event_line(event, EventQuery(event.best.kind), releases, language) for event in took_place
    )
    told = tuple(islice(dict.fromkeys(lines), MOST_LINES))
    release = ranked[0].release
    return _of(release, release.title, "", told)


def _of(release: Release, what: str, quote: str, further: tuple[str, ...] = ()) -> Notice:
    published = release.published.isoformat()
    return Notice(what, quote, release.title, release.url, published, release.language, further)


def event_line(
    event: Event, query: EventQuery, releases: Mapping[int, IndexedRelease], language: Language
) -> str:
    """What happened, in one line: who, in what rank, when, where and in what form."""
    teller = _teller(query, releases, language)
    told = item(Group(traveller(event), (event,)), teller)
    kind = teller.texts.text("notice-kind", kind=event.best.kind)
    parts = (told.label, told.detail)
    return f"{kind}: {', '.join(part for part in parts if part)}"


def _teller(
    query: EventQuery, releases: Mapping[int, IndexedRelease], language: Language
) -> Teller:
    # Without the ranks and cities of the question, which a notice stands alone without.
    open_query = replace(query, roles=frozenset(), cities=frozenset())
    return Teller(open_query, Texts(language), releases)
