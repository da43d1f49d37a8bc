"""Groups of events as the items of an answer, each with the sentences behind it; pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answer import Citation, Item, Occasion
from bot.dates import show_day
from bot.events.criteria import DAY_LENGTH
from bot.events.selection import Group, is_same_holder
from bot.events.spelling import persons
from bot.messages import Texts
from bot.passages.compose import cite
from bot.query.query import EventQuery, ItemOf
from corpus.release import Language
from index.extraction.event import Account, Event, EventKind, Role, Status, Telling
from index.passage import IndexedRelease
from index.places.gazetteer import Gazetteer

Releases = Mapping[int, IndexedRelease]

_NAMED = (EventKind.DOCUMENT, EventKind.OPENING)  # what has a name and no person
_HAPPENED = (Status.TOOK_PLACE, Status.PAST_MENTION)


@dataclass(frozen=True, slots=True)
class Teller:
    """What items are told with: the query, the texts of the reader, the releases by number."""

    query: EventQuery
    texts: Texts
    releases: Releases

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.texts.language

    def day(self, when: str | None) -> str:
        """A date in the reader's words; that there is none where it is None."""
        return show_day(when, self.language) if when else self.texts.text("undated")


def item(group: Group, teller: Teller) -> Item:
    """The item of an answer that tells of `group`."""
    first = group.events[0].best
    is_named = first.kind in _NAMED
    names = () if is_named else persons(group.events, teller.language, teller.releases)
    parties = [event.best.party for event in group.events]
    stays = group.visits
    fullest, further = sources(stays, teller)
    return Item(
        label=label(group, teller),
        sources=fullest + further,
        person="; ".join(names) or None,
        role=parties[0].role,
        country=_country(group, teller),
        organization=next((p.organization for p in parties if p.organization), None),
        city=first.city,
        date=_when(stays[0].events),
        visit_kind=next((e.best.form for e in group.events if e.best.form), None),
        detail=_detail(group, stays, teller),
        quoted=len(fullest),
        occasions=tuple(_occasions(group, stays, teller)),
    )


def label(group: Group, teller: Teller) -> str:
    """Whom or what `group` is about: persons and where they come from, or the place."""
    gazetteer = Gazetteer.load()
    account = group.events[0].best
    match teller.query.item_of:
        case ItemOf.DESTINATION:
            return gazetteer.country_name(group.key, teller.language)
        case ItemOf.CITY:
            return gazetteer.city_name(group.key, teller.language)
    is_named = account.kind in _NAMED
    if account.name and is_named and teller.query.item_of is ItemOf.VISIT:
        return _name(group.events, teller) or account.name
    parts: list[str] = []
    if not is_named and not _is_of_several(group):
        parts += persons(group.events, teller.language, teller.releases)
    parts += [traveller(event, teller.language) for event in group.events[:1]]
    return ", ".join(part for part in parts if part)


def _name(events: Sequence[Event], teller: Teller) -> str | None:
    """The name of a document or mission in the reader's language, if a release has it."""
    return next(
        (
            telling.account.name
            for event in events
            for telling in event.tellings
            if telling.account.name
            and telling.release in teller.releases
            and teller.releases[telling.release].release.language is teller.language
        ),
        None,
    )


def traveller(event: Event, language: Language) -> str:
    """The country or organisation that acts in `event`, by its name in `language`."""
    gazetteer = Gazetteer.load()
    party = event.best.party
    if party.country:
        return gazetteer.country_name(party.country, language)
    if party.organization:
        try:
            return gazetteer.organization_name(party.organization, language)
        except KeyError:
            return party.organization
    return ""


def sources(
    stays: Sequence[Group], teller: Teller
) -> tuple[tuple[Citation, ...], tuple[Citation, ...]]:
    """The sentences behind `stays`: the fullest of each; and one of each other release.

    What the reader can read goes before what is in other languages.
    """
    ranked = [_ranked(stay.events, teller) for stay in stays]
    fullest = [tellings[0] for tellings in ranked if tellings]
    shown = {telling.release for telling in fullest}
    further: dict[int, Telling] = {}
    for telling in (telling for tellings in ranked for telling in tellings[1:]):
        if telling.release not in shown:
            further.setdefault(telling.release, telling)
    return _citations(fullest, teller), _citations(further.values(), teller)


def _citations(tellings: Iterable[Telling], teller: Teller) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(_citation(telling, teller) for telling in tellings))


def _ranked(events: Iterable[Event], teller: Teller) -> list[Telling]:
    """All tellings of `events` that can be shown, the best to quote first."""
    worth = {
        (_worth(telling, event, teller), place, number): telling
        for place, event in enumerate(events)
        for number, telling in enumerate(event.tellings)
        if telling.release in teller.releases
    }
    return [worth[key] for key in sorted(worth)]


def _worth(
    telling: Telling, event: Event, teller: Teller
) -> tuple[bool, bool, bool, bool, int, int]:
    account, best = telling.account, event.best
    release = teller.releases[telling.release].release
    agrees = account.status is best.status or {account.status, best.status} <= {*_HAPPENED}
    in_passing = account.status is Status.PAST_MENTION
    full = (account.form, account.city, account.when, account.party.person)
    return (
        not agrees,
        release.language is not teller.language,
        in_passing,
        not _is_named(account, release.body),
        -len(account.when or ""),
        full.count(None),
    )


def _is_named(account: Account, body: str) -> bool:
    """Whether the sentence itself says who it was, and not only "he" or "the guest"."""
    sentence = body[account.start : account.end]
    names = (account.party.person or account.party.office or "").split()[-1:]
    return all(name in sentence for name in names)


def _citation(telling: Telling, teller: Teller) -> Citation:
    release = teller.releases[telling.release].release
    account = telling.account
    return cite(release, release.body[account.start : account.end].strip())


def _country(group: Group, teller: Teller) -> str | None:
    account = group.events[0].best
    if teller.query.item_of in (ItemOf.DESTINATION, ItemOf.CITY):
        return account.to_country
    return account.party.country


def _detail(group: Group, stays: Sequence[Group], teller: Teller) -> str:
    parts = _times(group, stays)
    several = teller.query.item_of is ItemOf.TRAVELLER and _is_of_several(group)
    opening = _holders if several else _rank_and_person
    told = [_told(opening(events, teller), events, teller) for events in parts]
    return "; ".join(dict.fromkeys(part for part in told if part))


def _times(group: Group, stays: Sequence[Group]) -> list[tuple[Event, ...]]:
    """The events of each time: of visits those of one stay, of anything else every event."""
    if group.events[0].best.kind is EventKind.VISIT:
        return [stay.events for stay in stays]
    return [(event,) for event in group.events]


def _occasions(group: Group, stays: Sequence[Group], teller: Teller) -> Iterator[Occasion]:
    for events in _times(group, stays):
        accounts = [event.best for event in events]
        for telling in _ranked(events, teller)[:1]:
            yield Occasion(
                source=_citation(telling, teller),
                date=_when(events),
                city=next((account.city for account in accounts if account.city), None),
                country=next((a.to_country for a in accounts if a.to_country), None),
                person="; ".join(persons(events, teller.language, teller.releases)) or None,
                role=accounts[0].party.role,
                form=next((account.form for account in accounts if account.form), None),
                first_ever=any(account.first_ever for account in accounts),
            )


def _is_of_several(group: Group) -> bool:
    """Whether the item joins office holders of different ranks, who are then told apart in it."""
    first, *others = group.events
    return not all(is_same_holder(first, other) for other in others)


def _holders(events: Sequence[Event], teller: Teller) -> list[str]:
    """Each rank with who held it, in the order of `events`."""
    held: list[str] = []
    for event in events:
        names = persons([event], teller.language, teller.releases)
        held.append(" ".join((role_name(event.best.party.role, teller.texts), *names)))
    return list(dict.fromkeys(held))


def _rank_and_person(events: Sequence[Event], teller: Teller) -> list[str]:
    """Who it was or in what rank, as far as the question and the label leave that open."""
    query, texts = teller.query, teller.texts
    accounts = [event.best for event in events]
    parts: list[str] = []
    if query.item_of in (ItemOf.DESTINATION, ItemOf.CITY) and not query.person:
        parts += persons(events, teller.language, teller.releases)
    elif accounts[0].kind in _NAMED and query.item_of is ItemOf.VISIT:
        parts += dict.fromkeys(traveller(event, teller.language) for event in events)
    elif accounts[0].kind in _NAMED:
        parts.append(_name(events, teller) or accounts[0].name or "")
    elif accounts[0].kind is EventKind.APPOINTMENT:
        parts += dict.fromkeys(a.party.office for a in accounts if a.party.office)
    elif len(query.roles) != 1:
        parts += dict.fromkeys(role_name(account.party.role, texts) for account in accounts)
    return parts


def _told(opening: Sequence[str], events: Sequence[Event], teller: Teller) -> str:
    """When, where and in what form it was, as far as the question leaves that open."""
    query, texts = teller.query, teller.texts
    accounts = [event.best for event in events]
    parts = [*opening]
    parts.append(teller.day(_when(events)))
    cities = dict.fromkeys(account.city for account in accounts if account.city)
    if len(query.cities) != 1 and query.item_of is not ItemOf.CITY:
        parts += [Gazetteer.load().city_name(city, teller.language) for city in cities]
    forms = dict.fromkeys(account.form for account in accounts if account.form)
    parts += [texts.text("visit-form", form=form) for form in forms]
    statuses = {account.status for account in accounts}
    if not statuses & {*_HAPPENED}:
        parts += [texts.text("near-reason", reason=status) for status in sorted(statuses)]
    if any(account.first_ever for account in accounts):
        parts.append(texts.text("first-ever"))
    return ", ".join(parts)


def _when(events: Sequence[Event]) -> str | None:
    """When a visit began: the first of the days that its accounts name, or else what they say."""
    best = [event.best.when for event in events if event.best.when]
    days = [
        telling.account.when
        for event in events
        for telling in event.tellings
        if telling.account.when and telling.account.status is event.best.status
    ]
    exact = [day for day in (*best, *days) if len(day) == DAY_LENGTH]
    return min(exact, default=best[0] if best else None)


def role_name(role: Role, texts: Texts) -> str:
    """The rank in words, in the nominative."""
    return texts.text("role-name", role=role)
