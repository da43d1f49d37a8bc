"""In what form somebody came, by the words of the clause."""

from __future__ import annotations

from index.extraction.annotation import MarkerKind, Presence, Sentence, TriggerKind
from index.extraction.event import VisitForm
from index.extraction.status import inside

_FORMS = {
    MarkerKind.STATE: VisitForm.STATE,
    MarkerKind.OFFICIAL: VisitForm.OFFICIAL,
    MarkerKind.WORKING: VisitForm.WORKING,
    MarkerKind.TRANSIT: VisitForm.TRANSIT,
}
_ATTENDING = (TriggerKind.ATTENDANCE, TriggerKind.ARRIVAL, TriggerKind.VISIT)


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
    return any(marker.kind is MarkerKind.FIRST_EVER for marker in sentence.markers)
