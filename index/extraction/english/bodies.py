"""English: parliaments and organisations that the gazetteer does not hold; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.extraction.annotation import OfficeMention, Sentence
from index.extraction.event import Role
from index.places.mentions import CountryMention, Mention, MentionForm, OrganizationMention

_KINDS = (
    "Organi[sz]ation|Union|Bank|Fund|Council|Agency|Commission|Association|Federation|Forum|Institute"
    "|Committee|Conference|Community|League|Alliance|Foundation|Programme|Secretariat|Network"
    "|Initiative|Corporation|Assembly|Centre|Center|Chamber|Facility|Society"
)
_ACRONYM = r"[A-Z][A-Z&-]{2,9}[A-Z]"
_WORD = r"[A-Z][\w’-]{1,20}"
_LED = re.compile(
    rf" of (?:the )?(?P<name>(?P<short>{_ACRONYM})(?: (?:{_KINDS}))?"
    rf"|(?:{_WORD} (?:(?:and|of|for) (?:the )?)?){{1,5}}?(?:{_KINDS})"
    rf"(?: (?:for|on)(?: {_WORD}){{1,3}}(?=[,.;(]))?)"
    rf"(?: \((?P<acronym>{_ACRONYM})\))?(?![\w-]| (?:of|in) (?:the )?[A-Z])"
)
_HEADS = (Role.ORGANIZATION_HEAD, Role.PRESIDENT)


class Houses:
    """Finds parliaments whose name only one country uses; their words are "CODE name"."""

    def __init__(self, words: frozenset[str]) -> None:
        self._codes = {name: code for code, _, name in (w.partition(" ") for w in words)}
        names = "|".join(sorted(self._codes, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)")

    def found(self, sentence: Sentence) -> Sentence:
        """The sentence with its parliaments as mentions of their countries."""
        found = [
            CountryMention(m.start(), m.end(), self._codes[m.group()], MentionForm.NAME)
            for m in self._pattern.finditer(sentence.lowered, sentence.start, sentence.end)
        ]
        if not found:
            return sentence
        kept = [m for m in sentence.mentions if all(m.start != f.start for f in found)]
        return _with(sentence, [*kept, *found])


def with_bodies(sentence: Sentence) -> Sentence:
    """The sentence with organisations that only their heads' titles tell, by their own names."""
    found = [body for office in sentence.offices for body in _led(sentence, office)]
    return _with(sentence, [*sentence.mentions, *found]) if found else sentence


def _led(sentence: Sentence, office: OfficeMention) -> Iterator[OrganizationMention]:
    """The organisation after "Secretary General of", if none is known there, nor a country."""
    if office.role not in _HEADS or office.plural:
        return
    match = _LED.match(sentence.body, office.end, sentence.end)
    if match is None or any(match.start() <= m.start < match.end() for m in sentence.mentions):
        return
    if any(match.start() <= o.start < match.end() for o in sentence.offices):
        return
    name = match["acronym"] or match["short"] or match["name"]
    yield OrganizationMention(match.start("name"), match.end(), name)


def _with(sentence: Sentence, mentions: list[Mention]) -> Sentence:
    return replace(sentence, mentions=tuple(sorted(mentions, key=lambda m: m.start)))
