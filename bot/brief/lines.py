"""Groups of events as the lines of a brief, each with the sentences behind it; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.brief.brief import Line
from bot.brief.told import Told
from bot.brief.words import document_name, is_copy
from bot.events.items import Teller, item, label, role_name
from bot.events.selection import Group
from bot.events.spelling import persons
from bot.events.told_kinds import missions_of
from bot.messages import Texts
from bot.query.query import EventQuery, ItemOf
from index.extraction.event import Event, EventKind, Role
from index.places.gazetteer import Gazetteer

RANKS = (
    Role.PRESIDENT,
    Role.PRIME_MINISTER,
    Role.SPEAKER,
    Role.DEPUTY_PRIME_MINISTER,
    Role.FOREIGN_MINISTER,
    Role.ORGANIZATION_HEAD,
    Role.MINISTER,
    Role.DEPUTY_FOREIGN_MINISTER,
    Role.SPECIAL_REPRESENTATIVE,
    Role.AMBASSADOR,
    Role.OTHER,
    Role.DELEGATION,
)


def lines_of(groups: Iterable[Group], told: Told, texts: Texts) -> list[Line]:
    """A line for each of `groups`, the newest first and undated ones last."""
    lines = [line_of(group, told, texts) for group in groups]
    return sorted(lines, key=lambda line: line.date or "", reverse=True)


def line_of(group: Group, told: Told, texts: Texts, towards: str = "", note: str = "") -> Line:
    """When it was, who it was, `towards` where, and in what form, then `note`."""
    account = group.events[0].best
    teller = Teller(EventQuery(account.kind, item_of=ItemOf.VISIT), texts, told.releases)
    found = item(group, teller)
    parts = [teller.day(found.date), *_what(group, told, teller), towards, *_where(group, texts)]
    parts += [*_form(group, texts), note]
    text = ", ".join(dict.fromkeys(part for part in parts if part))
    return Line(text, found.sources[: found.quoted], found.date)


def _what(group: Group, told: Told, teller: Teller) -> list[str]:
    account, texts = group.events[0].best, teller.texts
    match account.kind:
        case EventKind.DOCUMENT:
            return [document_name(label(group, teller))]
        case EventKind.OPENING:
            return [_mission(group, teller)]
        case EventKind.CREDENTIALS:
            copies = any(is_copy(event.best.name or "") for event in group.events)
            act = texts.text("brief-act", act="copies" if copies else "credentials")
            return [*_who(group.events, told, teller), act]
        case EventKind.APPOINTMENT:
            act = texts.text("brief-act", act="appointed")
            return [*_who(group.events, told, teller), act]
        case EventKind.CALL:
            return [*_who(group.events, told, teller), texts.text("brief-act", act="call")]
    return _who(group.events, told, teller)


def _mission(group: Group, teller: Teller) -> str:
    kinds = missions_of(group.events[0])
    honorary = "honorary_consulate" if "honorary_consulate" in kinds else None
    kind = honorary or next(iter(sorted(kinds)), None)
    return teller.texts.text("brief-mission", mission=kind) if kind else label(group, teller)


def _who(events: Sequence[Event], told: Told, teller: Teller) -> list[str]:
    """Each rank with who held it, the highest first."""
    by_role: dict[Role, list[Event]] = {}
    for event in events:
        by_role.setdefault(event.best.party.role, []).append(event)
    found: list[str] = []
    known: set[str] = set()
    for role in sorted(by_role, key=RANKS.index):
        names = [told.full_name(n) for n in _names(by_role[role], teller)]
        if names and known.issuperset(names):
            continue  # told twice, once by a wider rank
        known.update(names)
        found.append(" ".join((_rank(by_role[role], teller.texts), ", ".join(names))).strip())
    return found


def _names(events: Sequence[Event], teller: Teller) -> tuple[str, ...]:
    return persons(events, teller.language, teller.releases)


def _rank(events: Sequence[Event], texts: Texts) -> str:
    first = events[0]
    posts = (EventKind.APPOINTMENT, EventKind.CREDENTIALS)
    if first.best.kind in posts and "consulate" in missions_of(first):
        return texts.text("brief-consul")
    return role_name(first.best.party.role, texts)


def _where(group: Group, texts: Texts) -> list[str]:
    gazetteer = Gazetteer.load()
    accounts = [event.best for event in group.events]
    cities = dict.fromkeys(account.city for account in accounts if account.city)
    if cities:
        return [gazetteer.city_name(city, texts.language) for city in cities]
    countries = dict.fromkeys(a.to_country for a in accounts if a.to_country)
    if accounts[0].kind is EventKind.VISIT:
        return []  # its section says where to
    return [gazetteer.country_name(code, texts.language) for code in countries]


def _form(group: Group, texts: Texts) -> list[str]:
    accounts = [event.best for event in group.events]
    forms = dict.fromkeys(account.form for account in accounts if account.form)
    parts = [texts.text("visit-form", form=form) for form in forms]
    if any(account.first_ever for account in accounts):
        parts.append(texts.text("first-ever"))
    return parts
