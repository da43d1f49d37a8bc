"""Clauses of a Russian sentence, and who is the subject or an object in one; pure."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache

from corpus.release import Language
from index.extraction.annotation import PartyMention, Reference, Sentence
from index.extraction.event import Role
from index.extraction.lexicon import lexicon
from index.extraction.russian.cases import Case, case_of, name_case

_DATELINE = re.compile(
    r"[^–—]{3,60}\s\d{1,2}\s[а-яё]+(?:\s\d{4})?(?:\s(?:года|г\.))?[^–—\w]{0,12}\s[–—-]\s"
)
_HIS = re.compile(r"^(?:его|её|ее|их|сво\w{1,3})\s+", re.IGNORECASE)
_ACTING = re.compile(r"и\. ?о\.|врио")
_POSSESSIVES = r"свои\w*|своего|своей|своим|его|её|ее|их|коллегой|коллегами|господином|г-ном"
_JOINT = re.compile(r"\s*(?:,|,?\s+(?:и|а также|также|или|вместе с))\s+(?:также\s+)?")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_OF_DAY = re.compile(r",?\s+(?:в|во)\s+$")
GAP = re.compile(r"\s[–—-]\s(?=\d|в\s|с\s|накануне|сегодня|вчера|завтра)")
_ADVERBIAL = re.compile(
    r"[\s–—-]*(?:до|после|кроме|помимо|накануне|ранее|затем|поздн?ее|позже|сегодня|вчера|завтра"
    r"|днём|утром|вечером|в|во|на|за|с|со|по|при|перед|через|\d)(?!\w)"
)
_DASH = re.compile(r"\s[–—-]\s")
_VEHICLE = re.compile(r"(?<!\w)(?:самол[её]т|борт|лайнер)\s+$")
_NUMERAL = re.compile(
    r"(?:\d+|двое|трое|четверо|пятеро|две|два|три|четыре|пять|шесть|семь|восемь|девять|десять)\s"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What parts clauses, made of the words of the lexicon."""

    boundary: re.Pattern[str]
    subject: re.Pattern[str]
    relative: re.Pattern[str]
    prepositions: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = lexicon(Language.RU).words
    prepositions, openers, subjects = (
        "|".join(sorted(words[key], key=len, reverse=True))
        for key in ("prepositions", "clause_openers", "clause_subjects")
    )
    # «который», also after a preposition: «в ходе которого».
    before = rf"(?:(?:{prepositions}|в ходе|в рамках|по итогам|во время)\s+)?"
    return _Patterns(
        re.compile(
            rf";|:\s|[»\"”]\s*,?\s*[–—-]\s|,\s+(?=(?:{subjects})(?!\w))"
            rf"|,\s+(?=(?:(?:а|и)\s+)?(?:в|во|на)\s[^,;:–—.]{{1,50}}\s[–—-]\s)"
            rf"|,\s+(?=(?:а\s+)?\d{{1,2}}(?:[–-]\d{{1,2}})?\s[а-яё]{{3,8}}\s[–—-]\s)"
            rf"|,\s+(?=(?:с\s+)?[а-яё-]+ск(?:ую|ой|ая)\s+(?:сторон\w\s+)?[–—-]\s)"
            rf"|(?:,|\s[–—-])\s+(?=(?:{openers})(?!\w)(?! также)"
            rf"|{before}(?:котор|че[йим]|чь[яеёию])\w*)"
        ),
        re.compile(rf"(?:{subjects})(?!\w)"),
        re.compile(rf"[,\s–—-]*(?P<preposition>{before})(?P<word>котор\w+|где|куда)(?!\w)"),
        re.compile(rf"(?<!\w)(?:{prepositions})\s+(?:(?:{_POSSESSIVES})\s+)?$"),
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with one predicate or several of one subject."""

    start: int
    end: int


def clauses(sentence: Sentence) -> list[Clause]:
    """The sentence's clauses in reading order."""
    dateline = _DATELINE.match(sentence.lowered, sentence.start, sentence.end)
    start = dateline.end() if dateline else sentence.start
    named = {mention.start for mention in sentence.mentions}
    found = (
        match
        for match in _patterns().boundary.finditer(sentence.lowered, start, sentence.end)
        # «в трёх городах: Астане, Алматы и Актау» goes on.
        if not (match.group().startswith(":") and match.end() in named)
    )
    ends = sorted({*(match.end() for match in found), *_gapped(sentence)})
    cuts = [sentence.start, start, *ends, sentence.end]
    return _with_adverbials(sentence, [Clause(a, b) for a, b in itertools.pairwise(cuts) if a < b])


def _with_adverbials(sentence: Sentence, parts: list[Clause]) -> list[Clause]:
    """«До этого, 16 мая, она приехала»: what tells only when and where goes with what follows."""
    joined: list[Clause] = []
    for part in parts:
        is_subject = _patterns().subject.match(sentence.lowered, part.start)
        if joined and is_subject and _is_adverbial(sentence, joined[-1]):
            part = Clause(joined.pop().start, part.end)
        joined.append(part)
    return joined


def _is_adverbial(sentence: Sentence, clause: Clause) -> bool:
    is_begun = _ADVERBIAL.match(sentence.lowered, clause.start, clause.end)
    has_verb = any(clause.start <= t.start < clause.end for t in sentence.triggers)
    return bool(is_begun) and not has_verb


def _gapped(sentence: Sentence) -> list[int]:
    """Where «посетил Астану 12 мая, Ташкент – 13 мая» goes on with another place."""
    lowered = sentence.lowered
    is_of_sides = "представл" in lowered[sentence.start : sentence.end]
    gap = _DASH if is_of_sides else GAP
    return [
        m.start
        for m in sentence.mentions
        if lowered[m.start - 2 : m.start] == ", " and gap.match(lowered, m.end)
    ]


def inside(parties: list[PartyMention], clause: Clause) -> list[PartyMention]:
    """Parties of a clause."""
    return [p for p in parties if clause.start <= p.start < clause.end]


def relative_word(sentence: Sentence, clause: Clause) -> tuple[str, bool] | None:
    """The relative word that opens a clause, and whether a preposition stands before it."""
    match = _patterns().relative.match(sentence.lowered, clause.start, clause.end)
    return (match["word"], bool(match["preposition"])) if match else None


def party_case(sentence: Sentence, party: PartyMention, parties: list[PartyMention]) -> Case:
    """Cases that the words for a party can be in where they stand."""
    body = sentence.body
    before = sentence.lowered[max(sentence.start, party.start - 40) : party.start]
    case, plural = _own_case(body, party)
    is_listed = case is Case.ANY and _ACTING.match(sentence.lowered, party.start)
    if _VEHICLE.search(before):
        return Case.NOMINATIVE
    if _patterns().prepositions.search(before) or (is_listed and before.endswith(" и ")):
        return case & ~Case.NOMINATIVE
    if _NUMERAL.match(body, party.start):
        return Case.NOMINATIVE | Case.ACCUSATIVE
    alone = sum(other.start == party.start for other in parties) == 1
    if plural and alone and Case.GENITIVE in case and Case.NOMINATIVE in case:
        # «главы МИД Эстонии» is a genitive singular, «главы МИД Эстонии и Латвии» a plural.
        return Case.GENITIVE
    return case


def with_coordinated(
    sentence: Sentence, chosen: PartyMention, candidates: list[PartyMention]
) -> list[PartyMention]:
    """A party with those that are listed with it: of the same phrase, or joined to it."""
    group = [chosen]
    ordered = sorted(candidates, key=lambda p: (p.start, p.named))
    for direction in (ordered, list(reversed(ordered))):
        for party in direction:
            if party not in group and any(_joined(sentence, party, old) for old in group):
                group.append(party)
    return sorted(group, key=lambda p: (p.start, p.named))


def _joined(sentence: Sentence, one: PartyMention, other: PartyMention) -> bool:
    if one.start == other.start:
        return True
    first, second = (one, other) if one.start < other.start else (other, one)
    return bool(_JOINT.fullmatch(_without_asides(sentence, first.end, second.start)))


def _without_asides(sentence: Sentence, start: int, end: int) -> str:
    """What stands between two parties but for brackets and the day of the first: «в июне»."""
    text = sentence.body[start:end]
    for day in reversed([d for d in sentence.dates if start <= d.start and d.end <= end]):
        text = _OF_DAY.sub("", text[: day.start - start]) + text[day.end - start :]
    return _BRACKETS.sub("", text)


def _own_case(body: str, party: PartyMention) -> tuple[Case, bool]:
    if party.person is not None and party.person.start == party.start:
        return name_case(party.person.name), False
    end = party.person.start if party.person and party.person.start > party.start else party.end
    words = body[party.start : end]
    if party.reference is Reference.COUNTERPART:
        words = _HIS.sub("", words)
    case, plural = case_of(words)
    if party.role is Role.DELEGATION and case is Case.ANY:
        return Case.NOMINATIVE, plural
    return case, plural
