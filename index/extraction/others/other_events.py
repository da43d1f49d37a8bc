"""Reads a release's events other than visits: documents, calls, talks and more; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.release import Release
from index.extraction.event import Account, EventKind, Status
from index.extraction.others.appointments import lists_appointments, read_appointments
from index.extraction.others.calls import read_calls
from index.extraction.others.credentials import read_credentials
from index.extraction.others.document_events import listing_after, read_documents
from index.extraction.others.moment import Moment, Where
from index.extraction.others.moments import read_moments
from index.extraction.others.openings import read_openings
from index.extraction.others.talks import read_talks
from index.extraction.scene import Scene, Told

LONGEST = 6000  # letters of a sentence; a longer one is no prose, and would take long to read


def read_other_accounts(
    release: Release, scenes: Sequence[Scene], told: Sequence[Told]
) -> list[Account]:
    """What the release tells of them, one account an event and foreign side."""
    moments = read_moments(release, scenes, told)
    accounts: list[Account] = []
    listing, opened, appoints = None, None, False
    where: Where | None = None
    for scene, moment in zip(scenes, moments, strict=True):
        if moment.sentence.end - moment.sentence.start > LONGEST:
            continue
        documents = read_documents(moment, listing)
        listing = listing_after(moment) or (listing if documents or _is_number(moment) else None)
        accounts += documents
        accounts += read_calls(moment)
        presented = read_credentials(moment, opened)
        opened = presented[0] if presented else None
        accounts += [account for account in presented if account.party.country]
        openings = read_openings(moment)
        accounts += openings
        where = _where_opened(openings) or where
        placed = replace(moment, where=where) if where else moment
        accounts += read_appointments(placed, listed=appoints)
        appoints = lists_appointments(moment) or appoints
        accounts += read_talks(moment, scene.presences)
    return _once(accounts)


def _where_opened(openings: Sequence[Account]) -> Where | None:
    """Where a mission was opened: there too is whoever was appointed to it."""
    done = [each for each in openings if each.status is Status.TOOK_PLACE]
    return Where(done[0].city, done[0].to_country) if done else None


def _is_number(moment: Moment) -> bool:
    """Whether the sentence is only the number of an item of a list."""
    return not any(letter.isalpha() for letter in moment.sentence.text)


def _once(accounts: Iterable[Account]) -> list[Account]:
    """Each event once, by the first telling that has it happen."""
    kept: dict[tuple[object, ...], Account] = {}
    for account in accounts:
        key = _key(account)
        old = kept.get(key)
        if old is None or (_happened(account) and not _happened(old)):
            kept[key] = account
    return sorted(kept.values(), key=lambda account: account.start)


def _key(account: Account) -> tuple[object, ...]:
    side = account.party.country or account.party.organization
    if account.kind is EventKind.DOCUMENT:
        return (account.kind, side, (account.name or "").casefold())
    if account.kind is EventKind.OPENING:
        return (account.kind, side, account.to_country)
    if account.kind is EventKind.APPOINTMENT:
        return (account.kind, account.party.person, account.party.office)
    return (account.kind, side, account.party.role, account.status)


def _happened(account: Account) -> bool:
    return account.status is Status.TOOK_PLACE
