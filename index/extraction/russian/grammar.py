"""The grammar of Russian: who is somewhere or goes somewhere; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    PersonMention,
    PlaceMention,
    Presence,
    Sentence,
    Tense,
    Trigger,
    TriggerKind,
    most_exact,
)
from index.extraction.russian.cases import Case
from index.extraction.russian.clauses import Clause, relative_word
from index.extraction.russian.frame import MOVING, Frame
from index.extraction.russian.parties import find_parties
from index.extraction.russian.places import find_places
from index.extraction.russian.scenes import places_of
from index.extraction.russian.timing import days_before
from index.extraction.russian.travellers import travellers

# What a briefing, an issue or a day holds, listed before it is told.
_CONTENTS = re.compile(
    r"[\s«]*(?:содержание|оглавление|анонс|в программе|(?:основные\s+)?темы|тематика|повестка|план)"
    r"(?:\s+[\w-]+){0,3}\s*:"
)
_ELLIPSIS = re.compile(r"[\s,;–—-]*(?:а|и)?\s*[^.;–—]{0,60}\s[–—-]\s")
_ONWARD = re.compile(
    r"[\s,;–—-]*(?:а|и)?\s*(?:уже\s+)?(?:затем|потом|далее|дальше|оттуда|поздн?ее|позже"
    r"|после\s+(?:чего|этого|него|неё)|накануне|завтра|сегодня|вчера)(?!\w)"
)
_HAPPENED = re.compile(
    r"(?<!\w)(?:состоял|начал|заверш|проход[ия]|прош[её]л|продолжа|соверш|нан[её]с|осуществ)\w*"
)
_HOWEVER = re.compile(r"(?:однако|но)\s(?:его|её|ее|визит|поездк)")
_MOST = 200
_ONCE_MEANT = re.compile(
    r"(?<!\w)(?:ранее|прежде|до этого|изначально|первоначально)\s+(?:[\w-]+\s+)?"
    r"(?:сообщал|планировал|предполагал|ожидал|намечал|анонсировал)\w+"
)
_TERM = re.compile(r"(?<!\w)(?:на|до)\s+(?:период\s+)?(?:с\s+|до\s+)?\d{4}")
_REPEATED = (*MOVING, TriggerKind.ATTENDANCE, TriggerKind.VISIT)
_OFF = (MarkerKind.CANCELLED, MarkerKind.POSTPONED)


class RussianGrammar:
    """Reads Russian sentences; see `grammar.Grammar`."""

    def parties(self, sentence: Sentence) -> list[PartyMention]:
        """Everybody named in the sentence, in reading order; names alone too."""
        return find_parties(sentence)

    def name_forms(self, person: PersonMention) -> str:
        """A pattern of the last name in all cases."""
        last = person.name.split()[-1]
        stem = re.escape(last[: len(person.surname)])
        return rf"(?:{re.escape(last)}|{stem}(?:ым|ой|ей|ом|ем|ём|а|я|у|ю|ы|и|е|й)?)"

    def places(self, sentence: Sentence, parties: list[PartyMention]) -> list[PlaceMention]:
        """Places that something happens at or somebody goes to."""
        return find_places(sentence, [(party.start, party.end) for party in parties])

    def presences(
        self, sentence: Sentence, parties: list[PartyMention], places: list[PlaceMention]
    ) -> list[Presence]:
        """Who is somewhere or goes somewhere, in the order of the clauses that tell it."""
        if max(len(sentence.triggers), len(parties)) > _MOST:
            return []  # no sentence that people write
        if _CONTENTS.match(sentence.lowered, sentence.start, sentence.end):
            return []  # what is told in full below
        frame = Frame(sentence, parties, places)
        found: list[Presence] = []
        for clause in frame.clauses:
            triggers = frame.triggers_in(clause)
            if triggers:
                found += [p for t in triggers if (p := _presence(frame, t, clause)) is not None]
            elif found:
                found += _elliptic(frame, clause, found[-1])
        return found


def _presence(frame: Frame, trigger: Trigger, clause: Clause) -> Presence | None:
    who = travellers(frame, trigger, clause)
    if not who or _is_told_earlier(frame, trigger, clause):
        return None
    places = places_of(frame, trigger, clause)
    span = _with_relative(frame, trigger, clause)
    return Presence(
        _with_tense(frame, trigger, span),
        tuple(who),
        tuple(places),
        _without_term(frame, trigger, _with_matrix(frame, clause, span)),
        days_before(frame.sentence, clause),
    )


def _with_matrix(frame: Frame, clause: Clause, span: Clause) -> Clause:
    """The clause of a presence with those before «где», «куда» that date it."""
    start, position = span.start, frame.clauses.index(clause)
    is_dated = any(clause.start <= date.start < clause.end for date in frame.sentence.dates)
    while position and not is_dated:
        relative = relative_word(frame.sentence, frame.clauses[position])
        if relative is None or relative[0] not in ("где", "куда"):
            break
        position -= 1
        start = frame.clauses[position].start
    return Clause(start, span.end)


def _without_term(frame: Frame, trigger: Trigger, clause: Clause) -> tuple[int, int]:
    """The clause up to «на 2024–2026 годы», which dates what is signed and not the signing."""
    term = None
    if trigger.kind is TriggerKind.MEETING and trigger.tense is Tense.PAST:
        term = _TERM.search(frame.lowered, trigger.end, clause.end)
    return clause.start, term.start() if term else clause.end


def _is_told_earlier(frame: Frame, trigger: Trigger, clause: Clause) -> bool:
    """Whether words tell what was once meant to be: «ранее сообщалось, что он прибудет»."""
    if trigger.tense is not Tense.FUTURE or frame.has_marker(clause, *_OFF):
        return False
    return _ONCE_MEANT.search(frame.lowered, frame.sentence.start, trigger.start) is not None


def _with_tense(frame: Frame, trigger: Trigger, clause: Clause) -> Trigger:
    """The noun of a visit with the tense that gives its date the right year."""
    if trigger.kind is not TriggerKind.VISIT:
        return trigger
    if frame.has_marker(clause, *_OFF):
        return replace(trigger, tense=Tense.PRESENT)
    if frame.has_marker(clause, MarkerKind.PLANNED):
        return replace(trigger, tense=Tense.FUTURE)
    is_done = _HAPPENED.search(frame.lowered, clause.start, clause.end)
    return replace(trigger, tense=Tense.PAST) if is_done else trigger


def _with_relative(frame: Frame, trigger: Trigger, clause: Clause) -> Clause:
    """The clause of a visit, with one after it that tells of the visit itself («который»)."""
    position = frame.clauses.index(clause) + 1
    if trigger.kind is not TriggerKind.VISIT or position >= len(frame.clauses):
        return clause
    following = frame.clauses[position]
    relative = relative_word(frame.sentence, following)
    is_own = relative is not None and relative[0] in ("который", "которая") and not relative[1]
    goes_on = relative is not None or _HOWEVER.match(frame.lowered, following.start)
    is_off = goes_on and frame.has_marker(following, *_OFF, MarkerKind.DENIED)
    return Clause(clause.start, following.end) if is_own or is_off else clause


def _is_of_another(frame: Frame, clause: Clause) -> bool:
    """Whether a clause tells of the holder of an office that could not be made out."""
    return any(clause.start <= office.start < clause.end for office in frame.sentence.offices)


def _elliptic(frame: Frame, clause: Clause, before: Presence) -> list[Presence]:
    """«... побывал глава МИД Эстонии, а в мае – министр обороны Латвии», «затем в Алматы»."""
    words = frame.lowered[max(frame.sentence.start, clause.start - len(", а")) : clause.end]
    is_gapped = _ELLIPSIS.match(words) is not None
    if before.trigger.kind not in _REPEATED or not (is_gapped or _ONWARD.match(words)):
        return []
    is_noun = before.trigger.kind is TriggerKind.VISIT
    here = frame.here(clause)
    here = (
        [p for p in here if Case.GENITIVE in frame.case(p)] if is_noun else frame.nominative(here)
    )
    places = most_exact([p for p in frame.places if clause.start <= p.start < clause.end])
    span = (clause.start, clause.end)
    if here and is_gapped:
        who = tuple(frame.listed(here[0], here))
        return [Presence(before.trigger, who, tuple(places) or before.places, span)]
    if here or not places or _is_of_another(frame, clause):
        return []
    return [Presence(before.trigger, before.travellers, tuple(places), span)]
