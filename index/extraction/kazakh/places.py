"""Places of a Kazakh sentence and the case that their names stand in; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus.release import Language
from index.extraction.annotation import PartyMention, PlaceMention, Relation, Sentence
from index.extraction.kazakh.cases import Case, case_of
from index.extraction.lexicon import lexicon
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention, Mention, MentionForm

Place = CityMention | CountryMention

_HYPHENED = re.compile(r"[-’'‑](\w{1,6})(?!\w)")
# What follows a name and takes its case: "the city of", "the capital of", "the airport of".
_HEAD = re.compile(
    r"(?:\s+\([^()]*\))?\s+(?:халықаралық\s+)?(?P<head>қала|астана|елорда|ел|мемлекет|аумағ|провинция"
    r"|өңір|аймағ|штат|арал|аудан|әуежай|жаға|жер|порт|облыс|республика)"
    r"(?:лар|лер|дер|тер)?(?:с?[ыі])?(?P<case>н?[ыі]ң|[ғқн]а|[гкн]е|н?[дт][ае](?:н|ғы)?|н?[дт]егі|мен)"
    r"(?!\w)",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"астана|елорда")
_JOINT = re.compile(r"\s*,\s+|\s+(?:мен|пен|бен|және|әрі)\s+|,?\s+(?:одан кейін|сондай-ақ)\s+")
_OWN = re.compile(
    r"(?<![\w-])(?:(?P<south>оңтүстік астана\w*|алатау етегі\w*)"
    r"|(?P<capital>(?:біздің )?(?:елорда|астана|бас қала)(?:мыз)?\w{0,6}|ақорда\w{0,4}"
    r"|(?:қр )?(?:сыртқы істер министрлігі|үкімет үйі|парламент|мәжіліс|сенат)(?:нде|де|те|та))"
    r"|(?P<country>(?:біздің )?ел(?:іміз\w{1,4}|імізде|ге|де)"
    r"|(?:республика|мемлекет|отан)[ыі]?мыз\w{1,4}|мемлекетіміз\w{1,4}))(?!\w)"
)
_MEETING = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:форум|конференция|саммит|диалог|ассамблея|кездесу|апталығ)\w*\s+"
    r"(?:аясында|алаңында|шеңберінде|барысында|кезінде|қарсаңында|жұмысына|қатыс)"
)
_OF = re.compile(r"(?:[-’'‑]\w{1,4})?\s+")
_DATELINE = re.compile(r"[ ,]*(?:[–—-]|[/(]|\.|:)\s*")
_REGION = re.compile(r"(?P<name>(?:(?:батыс|шығыс|солтүстік) )?[\w-]{4,12}) (?P<case>облыс\w*)")
_RELATIONS = {
    Case.DATIVE: Relation.TO,
    Case.LOCATIVE: Relation.IN,
    Case.ATTRIBUTIVE: Relation.IN,
    Case.ABLATIVE: Relation.FROM,
}
_BEFORE = "ол "  # some names are read as names inside a sentence only
_LENGTHS = {Case.ATTRIBUTIVE: 4, Case.LOCATIVE: 2, Case.DATIVE: 2, Case.ACCUSATIVE: 2}
_POSSESSED = re.compile(r"[ыі](?:н[ыі]ң|н[ае]|н|нд[ае]|нд[ае]ғы|ндегі|н[ае]н|мен)$")
_ABROAD = re.compile(r"(?:сол|осы|бұл|екі|өз|қос|әр|бірнеше|көп|көршілес|басқа|шет)\s+$")


def find_places(sentence: Sentence, parties: list[PartyMention]) -> list[PlaceMention]:
    """Places that something happens at, or that somebody goes to or comes from.

    Names inside a party's title are left out; of a list, the last name's case holds for all.
    """
    found = [
        place
        for place in (*_named(sentence), *_own(sentence), *_regions(sentence))
        if not any(party.start <= place.start < party.end for party in parties)
    ]
    opening = _dateline(sentence, parties)
    found += [opening] if opening else []
    return sorted(found, key=lambda place: place.start)


def _dateline(sentence: Sentence, parties: list[PartyMention]) -> PlaceMention | None:
    """The city that a release opens with: «Астана, 2024 жылғы 3 маусым – »."""
    first = next((m for m in sentence.mentions if m.start == sentence.start), None)
    if not isinstance(first, CityMention | CountryMention) or any(
        party.start == first.start for party in parties
    ):
        return None
    end = first.end
    for date in sentence.dates:
        if not sentence.body[end : date.start].strip(" ,.()"):
            end = date.end
    if not _DATELINE.match(sentence.body, end) and end != sentence.end:
        return None
    return replace(_place(sentence.body, first, Relation.DATELINE), end=first.end)


def mention_case(body: str, mention: Mention) -> Case:
    """The case of a name in the gazetteer, its hyphened ending and head noun read with it."""
    tail = (
        _HEAD.match(body, mention.end)
        if isinstance(mention, CityMention | CountryMention)
        else None
    )
    if tail is not None:
        return case_of(tail.group())
    ending = _HYPHENED.match(body, mention.end)
    if ending is not None:
        return case_of("т" + ending.group(1))
    return bare_case(body[mention.start : mention.end])


@lru_cache(maxsize=65536)
def bare_case(name: str) -> Case:
    """The case of a name of the gazetteer; nominative where without the ending it were none."""
    case = case_of(name)
    if case is Case.NOMINATIVE or name.endswith(")"):
        return Case.NOMINATIVE
    if _POSSESSED.search(name):
        return case
    stem = name[: -_LENGTHS.get(case, 3)]
    found = Gazetteer.load().mentions(_BEFORE + stem, Language.KK)
    names = (each for each in found if getattr(each, "form", MentionForm.NAME) is MentionForm.NAME)
    whole = any((each.start, each.end) == (len(_BEFORE), len(_BEFORE + stem)) for each in names)
    return case if whole else Case.NOMINATIVE


def _named(sentence: Sentence) -> Iterator[PlaceMention]:
    body = sentence.body
    mentions = [m for m in sentence.mentions if isinstance(m, CityMention | CountryMention)]
    mentions = [m for m in mentions if getattr(m, "form", MentionForm.NAME) is MentionForm.NAME]
    cases = [
        Case.LOCATIVE if _names_meeting(sentence, mention) else mention_case(body, mention)
        for mention in mentions
    ]
    for index in range(len(mentions) - 2, -1, -1):
        joint = _JOINT.fullmatch(body, mentions[index].end, mentions[index + 1].start)
        if cases[index] is Case.NOMINATIVE and joint:
            cases[index] = cases[index + 1]
    for mention, case in zip(mentions, cases, strict=True):
        if case in _RELATIONS:
            yield _place(body, mention, _RELATIONS[case])


def _names_meeting(sentence: Sentence, mention: Place) -> bool:
    """Whether a town's name begins that of a meeting at which something happens."""
    return isinstance(mention, CityMention) and bool(
        _MEETING.match(sentence.lowered, mention.end, sentence.end)
    )


def _place(body: str, mention: Place, relation: Relation) -> PlaceMention:
    head = _HEAD.match(body, mention.end)
    end = head.end() if head else mention.end
    if isinstance(mention, CityMention):
        return PlaceMention(mention.start, end, mention.city, mention.country, relation)
    city = mention.city
    if head and _CAPITAL.match(head["head"].lower()):
        city = Gazetteer.load().capital(mention.code) or city
    return PlaceMention(mention.start, end, city, mention.code, relation)


def _own(sentence: Sentence) -> Iterator[PlaceMention]:
    """Places of Kazakhstan named by a common noun: "to our country", "in the capital"."""
    for match in _OWN.finditer(sentence.lowered, sentence.start, sentence.end):
        case = case_of(match.group())
        if case not in _RELATIONS or (
            sentence.body[match.start()].isupper()
            and match["capital"]
            and (sentence.lowered.startswith("астана", match.start()))
        ):
            continue
        if _follows_country(sentence, match.start()) or _ABROAD.search(
            sentence.lowered, sentence.start, match.start()
        ):
            continue
        city = "Almaty" if match["south"] else "Astana" if match["capital"] else None
        yield PlaceMention(match.start(), match.end(), city, "KZ", _RELATIONS[case])


def _regions(sentence: Sentence) -> Iterator[PlaceMention]:
    """Regions of Kazakhstan, which are no towns."""
    for match in _REGION.finditer(sentence.lowered, sentence.start, sentence.end):
        relation = _RELATIONS.get(case_of(match["case"]))
        if relation and match["name"].endswith(tuple(lexicon(Language.KK).words["own_regions"])):
            start, end = match.span()
            region = f"{sentence.body[start : match.end('name')]} облысы"
            yield PlaceMention(start, end, region, "KZ", relation)


def _follows_country(sentence: Sentence, position: int) -> bool:
    return any(
        isinstance(m, CountryMention | CityMention)
        and _OF.fullmatch(sentence.body, m.end, position)
        for m in sentence.mentions
        if m.end <= position
    )
