"""Kazakh: whether a clause leaves its subject unsaid; pure."""

from __future__ import annotations

import re

from corpus.release import Language
from index.extraction.annotation import PlaceMention, Sentence, Trigger
from index.extraction.kazakh.cases import Case, case_of
from index.extraction.kazakh.clauses import Clause
from index.extraction.lexicon import lexicon

_WORD = re.compile(r"[\w-]+")
_NUMBER = re.compile(r"\d+")
_MANY = re.compile(r"\w+(?:лар|лер|дар|дер|тар|тер)(?:ы|і|ымыз|іміз)?")
_CONVERB = re.compile(r"\w+(?:ып|іп|ап|еп|йп|ғанда|генде|са|се)")


def lacks_subject(
    sentence: Sentence, places: list[PlaceMention], trigger: Trigger, clause: Clause
) -> bool:
    """Whether no noun before the verb can be its subject: «Кейін Түркістанға барды».

    A noun in the nominative is one; before another noun in a case it only describes that.
    """
    spans = [(p.start, p.end) for p in places]
    spans += [(d.start, d.end) for d in sentence.dates]
    spans += [(m.start, m.end) for m in sentence.markers]
    spans += [(t.start, t.end) for t in sentence.triggers]
    is_bare = False
    for word in _WORD.finditer(sentence.lowered, clause.start, trigger.start):
        if any(start <= word.start() < end for start, end in spans):
            if is_bare:
                return False
        elif _NUMBER.fullmatch(word.group()) or _MANY.fullmatch(word.group()):
            return False
        else:
            is_bare = _can_be_subject(word.group())
    return not is_bare


def _can_be_subject(word: str) -> bool:
    if word in lexicon(Language.KK).words["adverbs"] or _CONVERB.fullmatch(word):
        return False
    return case_of(word) is Case.NOMINATIVE
