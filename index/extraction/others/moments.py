"""The moments of a release: its sentences with what is in force in each; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import day_of
from corpus.release import Release
from index.extraction.annotation import Sentence, Tense
from index.extraction.event import Party, Role, Status
from index.extraction.others.adjuncts import When
from index.extraction.others.moment import HOME, Moment, Named, Where, is_money
from index.extraction.scene import Scene, Told
from index.extraction.timing import event_day
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    OrganizationMention,
)

_IN_TITLE = 3  # times that a country in the title weighs more than one in the body
_BY_NAME = 2  # times that a country's name weighs more than one of its cities
_MAIN = 2  # times that the main country is named more often than any other


def read_moments(release: Release, scenes: Sequence[Scene], told: Sequence[Told]) -> list[Moment]:
    """One moment for each scene, in order."""
    published = day_of(release.published)
    known = _known(party for each in told for _, party in each.parties)
    main = _main_side(release, scenes, known)
    event = _event_day(scenes, published)
    paragraph = _Paragraph()
    moments: list[Moment] = []
    for scene, each in zip(scenes, told, strict=True):
        if moments and _parted(moments[-1].sentence, scene.sentence):
            paragraph = _Paragraph()
        spot = Where(each.spot.city, each.spot.country)
        moment = Moment(
            release.language,
            published,
            scene.sentence,
            tuple(Named(mention, party) for mention, party in each.parties),
            tuple(scene.places),
            paragraph.where or spot,
            paragraph.when or event,
            _in_force(main, paragraph.foreign),
            known,
        )
        moments.append(moment)
        paragraph = _after(moment, paragraph)
    return moments


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What the sentences of a paragraph have told so far."""

    where: Where | None = None
    when: When | None = None
    foreign: tuple[Party, ...] = ()


def _in_force(main: tuple[Party, ...], paragraph: tuple[Party, ...]) -> tuple[Party, ...]:
    """The sides that a sentence without any can mean; of an organisation's meeting, that."""
    is_country = any(party.country for party in main)
    if is_country or (main and len(paragraph) != 1):
        return main
    return paragraph


def _parted(one: Sentence, two: Sentence) -> bool:
    return "\n" in one.body[one.end : two.start]


def _after(moment: Moment, paragraph: _Paragraph) -> _Paragraph:
    """What is in force after a sentence; what it plans or recalls changes nothing."""
    foreign = tuple(dict.fromkeys(moment.sides())) or paragraph.foreign
    start = moment.sentence.start
    when = moment.date_near(start, Tense.PAST)
    status = moment.status(Tense.NONE, when)
    if status is not Status.TOOK_PLACE:
        return replace(paragraph, foreign=foreign)
    is_day = when is not None and when.text is not None and len(when.text) == len("2025-06-03")
    where = moment.place_near(start)
    return _Paragraph(
        where if where and where.city else paragraph.where,
        when if is_day else paragraph.when,
        foreign,
    )


def _event_day(scenes: Sequence[Scene], published: date) -> When:
    day = event_day([scene.sentence for scene in scenes], published)
    return When(day.text, day.first, day.last)


def _known(parties: Iterable[Party]) -> dict[str, Party]:
    """Who acts for each country: a foreign minister before others, somebody named before not."""
    best: dict[str, Party] = {}
    for party in parties:
        if party.country is None:
            continue
        old = best.get(party.country)
        if old is None or _rank(party) > _rank(old):
            best[party.country] = party
    return best


def _rank(party: Party) -> tuple[bool, bool]:
    return (party.role is Role.FOREIGN_MINISTER, party.person is not None)


def _main_side(
    release: Release, scenes: Sequence[Scene], known: dict[str, Party]
) -> tuple[Party, ...]:
    """The foreign side that the release is about, if it is about one."""
    title = Gazetteer.load().mentions(release.title, release.language)
    body = [
        mention
        for scene in scenes
        for mention in scene.sentence.mentions
        if not isinstance(mention, CountryMention) or not is_money(scene.sentence.lowered, mention)
    ]
    countries: Counter[str] = Counter()
    bodies: Counter[str] = Counter()
    for mentions, times in ((title, _IN_TITLE), (body, 1)):
        for mention in mentions:
            if isinstance(mention, OrganizationMention):
                bodies[mention.organization] += times * _BY_NAME
            else:
                countries.update(_weighed(mention, times))
    (first, most), (_, second) = [*countries.most_common(2), ("", 0), ("", 0)][:2]
    if most and most >= _MAIN * second and most >= max(bodies.values(), default=0):
        return (known.get(first) or Party(Role.OTHER, country=first),)
    return _organizations(title)


def _weighed(mention: Mention, times: int) -> dict[str, int]:
    """The foreign country that is named, and how much that counts: a city tells less of it."""
    if isinstance(mention, CountryMention) and mention.code != HOME:
        return {mention.code: times * _BY_NAME}
    if isinstance(mention, CityMention) and mention.country != HOME:
        return {mention.country: times}
    return {}


def _organizations(mentions: Iterable[Mention]) -> tuple[Party, ...]:
    names = (m.organization for m in mentions if isinstance(m, OrganizationMention))
    return tuple(Party(Role.OTHER, organization=name) for name in dict.fromkeys(names))[:1]
