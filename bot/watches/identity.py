"""Which events have been told of before, whatever number or words a new snapshot gives them; pure.

An event is known by its tellings. A later one is the same that shares a telling with it, or whose
tellings all agree with its own by the rules that join accounts in the index. What a release told
and tells no more has been corrected: what it tells in its place is no other event either.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b

from corpus.release import Language, ReleaseKey
from index.events.agreement import Told, agree, days_of, roles_of, same_party
from index.events.codec import accounts_from_json, accounts_to_json
from index.extraction.event import Account, Event, Telling
from index.passage import IndexedRelease

Tellings = tuple[Told, ...]
Page = tuple[str, str, str]
Stories = Mapping[Page, int]

MOST_TELLINGS = 12  # kept of an event: enough to know it again by


@dataclass(frozen=True, slots=True)
class Sorted:
    """Events that nobody knew, and what is known now of those that somebody did, by key."""

    new: tuple[Tellings, ...]
    known: Mapping[int, Tellings] = field(default_factory=dict)


def page_of(key: ReleaseKey) -> Page:
    """What all language versions of a release share."""
    return key.entity, key.section, key.id


def tellings_of(event: Event, releases: Mapping[int, IndexedRelease]) -> Tellings:
    """The tellings of `event` in the releases at hand, the fullest first."""
    return tuple(
        _told(telling, releases[telling.release].release.key, releases[telling.release].event, day)
        for telling in event.tellings
        if telling.release in releases
        for day in (releases[telling.release].release.day,)
    )


def sort_out(
    events: Sequence[Tellings], known: Mapping[int, Tellings], present: frozenset[object]
) -> Sorted:
    """Which of `events` are new to somebody who knows `known`.

    `present` are the marks of all tellings that the index has now, see `mark`.
    """
    found = dict(known)
    gone = {number for number, told in known.items() if not any(mark(t) in present for t in told)}
    new: list[Tellings] = []
    left: list[Tellings] = []
    for event in events:
        same = next((number for number, told in found.items() if is_same(event, told)), None)
        if same is None:
            left.append(event)
            continue
        found[same] = _joined(found[same], event)
        gone.discard(same)
    for event in left:
        if any(is_same(event, other) for other in new):
            continue
        mended = next((n for n in gone if _is_corrected(found[n], event)), None)
        if mended is None:
            new.append(event)
        else:
            found[mended] = event
            gone.discard(mended)
    changed = {number: told for number, told in found.items() if told != known[number]}
    return Sorted(tuple(new), changed)


def is_same(one: Tellings, two: Tellings) -> bool:
    """Whether both tell of one event."""
    if _origin(one) != _origin(two):
        return False
    if {mark(told) for told in one} & {mark(told) for told in two}:
        return True
    return all(agree(told, other) for told in one for other in two)


def mark(told: Told) -> object:
    """What a telling is known by: the release and what it says, wherever in it that stands."""
    return told.key, replace(told.account, start=0, end=0)


def to_json(tellings: Tellings) -> str:
    """The tellings as JSON."""
    kept = tellings[:MOST_TELLINGS]
    sources = [[*page_of(told.key), told.language, told.published.isoformat()] for told in kept]
    return json.dumps([sources, accounts_to_json([told.account for told in kept])])


def from_json(text: str, stories: Stories) -> Tellings:
    """The tellings that `to_json` wrote; `stories` are the groups of the releases there are now."""
    sources, accounts = json.loads(text)
    told = []
    for (entity, section, id_, language, day), account in zip(
        sources, accounts_from_json(accounts), strict=True
    ):
        key = ReleaseKey(entity, section, id_, Language(language))
        story = stories.get(page_of(key), _own_story(key))
        told.append(_told(Telling(-1, account), key, story, date.fromisoformat(day)))
    return tuple(told)


def _told(telling: Telling, key: ReleaseKey, story: int, published: date) -> Told:
    account = telling.account
    return Told(telling, key, story, published, days_of(account), (account.start, account.end))


def _own_story(key: ReleaseKey) -> int:
    digest = blake2b("\n".join(page_of(key)).encode(), digest_size=6).digest()
    return -1 - int.from_bytes(digest, "big")


def _origin(tellings: Tellings) -> tuple[object, ...]:
    first = tellings[0]
    return first.account.kind, first.stage, _country(first.account)


def _country(account: Account) -> str:
    party = account.party
    return party.country or (party.organization or "").casefold()


def _joined(known: Iterable[Told], event: Tellings) -> Tellings:
    marks = {mark(told) for told in event}
    return (*event, *(told for told in known if mark(told) not in marks))


def _is_corrected(known: Tellings, event: Tellings) -> bool:
    pages = {page_of(told.key) for told in known} & {page_of(told.key) for told in event}
    return bool(pages) and any(
        _is_of_the_same(one.account, two.account) for one in known for two in event
    )


def _is_of_the_same(one: Account, two: Account) -> bool:
    """Whether two accounts of one release are of one kind, and of one country or person."""
    if one.kind is not two.kind:
        return False
    if _country(one) == _country(two):
        return bool(roles_of(one.party) & roles_of(two.party))
    return bool(one.party.person and two.party.person) and same_party(one.party, two.party)
