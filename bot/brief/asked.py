"""Whether a message asks for a brief: a bare name, or "tell me about relations with Ghana"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.brief.naming import Named, name_subject
from bot.brief.words import pattern
from bot.question import mentions_in, without
from corpus.release import Language

LONGEST = 120  # characters; longer messages ask for more
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+")


@dataclass(frozen=True, slots=True)
class BriefAsked:
    """What a message names; `by_name` says that it does nothing else."""

    named: Named
    by_name: bool


def brief_asked(text: str, language: Language) -> BriefAsked | None:
    """What `text` asks a brief on; None where it asks for something else or names no subject."""
    if len(text) > LONGEST:
        return None
    named = name_subject(text, language)
    if named.is_guess or named.is_home or named.is_region:
        return None
    spans = [(mention.start, mention.end) for mention in mentions_in(text, language)]
    rest = [word.lower() for word in _WORD.findall(without(text, spans))]
    relations = [word for word in rest if pattern("relations").search(word)]
    others = [word for word in rest if not pattern("filler").search(word)]
    if set(others) - set(relations):
        return None
    return BriefAsked(named, by_name=not relations)
