"""In what form somebody came, by the words of the clause."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from index.extraction.annotation import MarkerKind, Presence, Sentence, TriggerKind
from index.extraction.event import Account, Role, Status, VisitForm
from index.extraction.status import inside
from index.places.mentions import CityMention

_FORMS = {
    MarkerKind.STATE: VisitForm.STATE,
    MarkerKind.OFFICIAL: VisitForm.OFFICIAL,
    MarkerKind.WORKING: VisitForm.WORKING,
    MarkerKind.TRANSIT: VisitForm.TRANSIT,
}
_TRIP = timedelta(days=7)
_ATTENDING = (
    TriggerKind.ATTENDANCE,
    TriggerKind.ARRIVAL,
    TriggerKind.STAY,
    TriggerKind.VISIT,
)


def form_of(presence: Presence, sentence: Sentence) -> VisitForm | None:
    """The form that the clause names; attendance at a conference is one."""
    kinds = [marker.kind for marker in inside(sentence, presence.clause)]
    for kind, form in _FORMS.items():
        if kind in kinds:
            return form
    if MarkerKind.CONFERENCE in kinds and presence.trigger.kind in _ATTENDING:
        return VisitForm.CONFERENCE
    return None


def is_first_ever(sentence: Sentence) -> bool:
    """Whether the sentence tells of the first visit of its kind."""
    return _is_of_visit(sentence) and any(
        marker.kind is MarkerKind.FIRST_EVER for marker in sentence.markers
    )


def form_told_alone(sentence: Sentence) -> VisitForm | None:
    """The form in a sentence that tells nothing else: "The visit is an official one"."""
    forms = [_FORMS[marker.kind] for marker in sentence.markers if marker.kind in _FORMS]
    return forms[0] if forms and _is_of_visit(sentence) else None


def _is_of_visit(sentence: Sentence) -> bool:
    kinds = (TriggerKind.VISIT, TriggerKind.ARRIVAL)
    return any(trigger.kind in kinds for trigger in sentence.triggers)


def with_shared_forms(accounts: list[Account], opening: Sentence | None) -> list[Account]:
    """The accounts with the form that another sentence of the release gives to the same visit.

    Who is where a release opens with a forum or a session has come for that.
    """
    shared = [_shared(account, accounts) for account in accounts]
    if opening is None or not _opens_with_conference(opening):
        return shared
    attended = [a for a in shared if a.form is VisitForm.CONFERENCE]
    scene = next((a for a in attended if a.status is Status.TOOK_PLACE), None)
    city = scene.city if scene else _city_of(opening)
    city = city or next((a.city for a in shared if a.status is Status.TOOK_PLACE), None)
    return [
        replace(account, form=VisitForm.CONFERENCE)
        if account.form is None
        and account.status is Status.TOOK_PLACE
        and account.city is not None
        and account.city == city
        and account.party.role is not Role.DELEGATION
        else account
        for account in shared
    ]


def _shared(account: Account, accounts: list[Account]) -> Account:
    if account.status is not Status.TOOK_PLACE:
        return account
    trip = [other for other in accounts if _is_one_trip(account, other)]
    forms = [account.form, *(other.form for other in trip)]
    return replace(
        account,
        form=next((form for form in forms if form), None),
        first_ever=any(other.first_ever for other in trip),
    )


def _is_one_trip(one: Account, other: Account) -> bool:
    mine, its = one.party, other.party
    if (mine.country, mine.organization, mine.role) != (its.country, its.organization, its.role):
        return False
    if other.status is not Status.TOOK_PLACE or one.to_country != other.to_country:
        return False
    if mine.person and its.person and mine.person != its.person:
        return False
    return not (one.first and other.first) or abs(one.first - other.first) <= _TRIP


def _opens_with_conference(opening: Sentence) -> bool:
    return any(marker.kind is MarkerKind.CONFERENCE for marker in opening.markers)


def _city_of(opening: Sentence) -> str | None:
    cities = [mention for mention in opening.mentions if isinstance(mention, CityMention)]
    return cities[0].city if cities else None
