"""Clauses of a Kazakh sentence and what their verbs say of time; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.extraction.annotation import MarkerKind, Sentence, Tense, Trigger, TriggerKind

_BOUNDARY = re.compile(
    r";|:\s+(?=(?:ол|олар|оның)\s|[^:]*(?:[дт][ыі]|[ғқгк][ае]н|болатын|еді|отыр|жатыр)\.?$)|[»\"”]\s*,?\s*[–—-]\s+(?:де|деп)|,?\s+(?=(?:ал|бірақ|алайда|дегенмен|сондықтан|себебі|өйткені)(?:\s|,))"
)
_FINITE = re.compile(r".*(?:[дт][ыі]|[ғгқк][ае]н|отыр|жатыр|жүр|еді|екен|ған|ген)$", re.DOTALL)
_DASH = re.compile(r"[^\w–—-]{0,3}(?:ж\.)?\s*[–—-]\s+")
_LONGEST_PLACE = 40
_NOUNS = ("сапар", "іссапар", "іс-сапар", "келу", "бару", "кездесу", "келіссөз")
_OFF = (MarkerKind.CANCELLED, MarkerKind.POSTPONED, MarkerKind.DENIED)
_AHEAD = (MarkerKind.PLANNED, MarkerKind.POSTPONED)
_PREDICATES = (MarkerKind.CANCELLED, MarkerKind.POSTPONED, MarkerKind.DENIED, MarkerKind.PLANNED)
_LATER = re.compile(
    r"(?P<before>(?:болған|өткен|жасаған|келген|барған)\s+(?:еді|болатын))"
    r"|(?P<future>бола(?:ды|тын)|өте(?:ді|тін)|жаса(?:йды|мақ|йтын)|бастала(?:ды|тын)"
    r"|жүзеге аса(?:ды|тын))"
    r"|(?P<past>болды|өтті|жасады|басталды|аяқталды|жүзеге асты|болған)"
)
_DESCRIBING = re.compile(
    r"(?:[\w-]+ )*\w*(?:ған|ген|қан|кен|атын|етін|йтын|йтін|[мбп]ақ(?:шы)?|[мбп]ек(?:ші)?)"
)
_VISIT_AFTER = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?:іс-?)?сапар(?:ы|дың|ға)?\w*(?<!мен)(?!\w)")
_FAILED = re.compile(r"(?:ма|ме|ба|бе|па|пе)(?:й қалды|й қалған|ды|ді|ған|ген)(?!\w)")
_WHILE = re.compile(r"\s+(?:аясында|барысында|кезінде|шеңберінде|кезеңінде)")
_FUTURE = re.compile(r"\w*(?:[аей]д[ыі]|[мбп]ақ|[мбп]ек)")
# The past of stems that end in a vowel looks like the future of others: «талқылады».
_PAST_OF_VOWEL = re.compile(r"(?!\w*(?:бола|қала|сала|келе|біле)д[ыі])\w{2,}[лдт][ае]д[ыі]")


@dataclass(frozen=True, slots=True)
class Clause:
    """Offsets of words that share a subject or a time."""

    start: int
    end: int


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence in reading order; converbs stay with the verb they lead to."""
    edges = {m.end() for m in _BOUNDARY.finditer(sentence.lowered, sentence.start, sentence.end)}
    ends = [t.end for t in sentence.triggers if _is_finite(sentence, t)]
    ends += [m.end for m in sentence.markers if m.kind in _PREDICATES]
    for end in ends:
        if sentence.body.startswith(", ", end) and _FINITE.match(
            sentence.lowered[sentence.start : end]
        ):
            edges.add(end + 1)
    starts = [_after_dateline(sentence), *sorted(edges)]
    return [
        Clause(start, end)
        for start, end in zip(starts, [*starts[1:], sentence.end], strict=True)
        if start < end
    ]


def without_described_visits(sentence: Sentence) -> Sentence:
    """The sentence without verbs that only describe a visit: «Римге жасамақ сапары».

    What such a verb says of time goes over to the visit.
    """
    kept: list[Trigger] = []
    tense = Tense.NONE
    for trigger in sentence.triggers:
        words = sentence.lowered[trigger.start : trigger.end]
        follows = _VISIT_AFTER.match(sentence.lowered, trigger.end, sentence.end)
        if follows and trigger.kind is not TriggerKind.VISIT and _DESCRIBING.fullmatch(words):
            tense = Tense.FUTURE if trigger.tense is Tense.FUTURE else Tense.NONE
            continue
        if trigger.kind is TriggerKind.VISIT and tense is not Tense.NONE:
            trigger = replace(trigger, tense=tense)
        tense = Tense.NONE
        kept.append(trigger)
    return replace(sentence, triggers=tuple(kept))


def _after_dateline(sentence: Sentence) -> int:
    """Where the sentence proper begins: the day of a dateline is that of the release."""
    for date in sentence.dates[:1]:
        if date.start - sentence.start > _LONGEST_PLACE:
            break
        dash = _DASH.match(sentence.body, date.end, sentence.end)
        if dash is not None:
            return dash.end()
    return sentence.start


def previous(sentence: Sentence, trigger: Trigger, clause: Clause) -> Trigger | None:
    """The verb before a trigger in its clause."""
    earlier = [
        t
        for t in sentence.triggers
        if t.kind is not TriggerKind.VISIT and clause.start <= t.start and t.end <= trigger.start
    ]
    return earlier[-1] if earlier else None


def told_of(sentence: Sentence, trigger: Trigger, clause: Clause) -> Trigger:
    """The trigger with the tense that the rest of its clause gives to it.

    A converb is told in the tense of the verb that it leads to, a visit in that of "was" or
    "will be" after it.
    """
    if trigger.tense is not Tense.NONE:
        return trigger
    is_noun = sentence.lowered[trigger.start : trigger.end].startswith(_NOUNS)
    if is_noun and _is_called_off(sentence, clause):
        # What "did not come about" was to be by now; what is called off may be ahead.
        is_over = _FAILED.search(sentence.lowered, trigger.end, clause.end)
        return replace(trigger, tense=Tense.PAST if is_over else Tense.PRESENT)
    if is_noun and any(
        marker.kind in _AHEAD and clause.start <= marker.start and marker.end <= clause.end
        for marker in sentence.markers
    ):
        return replace(trigger, tense=Tense.FUTURE)
    if trigger.kind is TriggerKind.VISIT:
        later = _LATER.search(sentence.lowered, trigger.end, clause.end)
        if later is not None and later.lastgroup:
            return replace(trigger, tense=Tense(later.lastgroup))
        ahead = _during(sentence, trigger) and _next_tense(sentence, trigger, clause)
        return replace(trigger, tense=Tense.FUTURE) if ahead is Tense.FUTURE else trigger
    following = _next_tense(sentence, trigger, clause)
    if following is not None:
        return replace(trigger, tense=following)
    words = re.findall(r"[\w-]+", sentence.lowered[trigger.end : clause.end])
    return replace(trigger, tense=_tense(words[-1]) if words else Tense.PAST)


def _is_called_off(sentence: Sentence, clause: Clause) -> bool:
    return any(
        marker.kind in _OFF and clause.start <= marker.start and marker.end <= clause.end
        for marker in sentence.markers
    )


def _during(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether what follows is told to happen during the visit."""
    return _WHILE.match(sentence.lowered, trigger.end, sentence.end) is not None


def _next_tense(sentence: Sentence, trigger: Trigger, clause: Clause) -> Tense | None:
    """The tense of the first verb after a trigger in its clause."""
    later = (t for t in sentence.triggers if trigger.end <= t.start < clause.end)
    return next((t.tense for t in later if t.tense is not Tense.NONE), None)


def _tense(verb: str) -> Tense:
    """The tense of a finite verb by its ending."""
    is_future = _FUTURE.fullmatch(verb) and not _PAST_OF_VOWEL.fullmatch(verb)
    return Tense.FUTURE if is_future else Tense.PAST


def _is_finite(sentence: Sentence, trigger: Trigger) -> bool:
    words = sentence.lowered[trigger.start : trigger.end]
    return trigger.tense is not Tense.NONE and bool(_FINITE.match(words))
