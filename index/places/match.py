"""Finds the forms of a lexicon in a text, the longest first and none inside another; pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from index.places.fold import Words, split_words
from index.places.mentions import MentionForm
from index.places.table import Case, Kind, Lexicon, Sense

# What may stand between the words of one name.
_JOINTS = frozenset(
    ["", " ", "\u00a0", "\n", "  ", "-", "\u2010", "\u2011", "–", " – ", " — ", " - ", "'", "’",
     "ʼ", "`", "´", "‘", ".", ". ", " (", ", ", " «", "» ", "& ", " & ", " “", "” "]
)  # fmt: skip
_SENTENCE_ENDS = frozenset(".!?…:;\n•*")
_OPENINGS = "«“„\"'(–—- \t\u00a0"
_SHORTEST_STEM = 3
_LOOK_BACK = 8


@dataclass(frozen=True, slots=True)
class Match:
    """A form found in the text; `first` and `last` are indices of words."""

    start: int
    end: int
    sense: Sense
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What tells names from ordinary words in one language, as `matching.yaml` has it."""

    not_before: frozenset[str]
    personal_names: frozenset[str]
    words_of_place: frozenset[str]
    not_personal_before: frozenset[str]
    conjunctions: frozenset[str] = frozenset({"and", "и", "және", "мен", "пен", "бен", "or", "или"})
    endings: dict[str, MentionForm] = field(default_factory=dict)


def find_matches(
    text: str,
    lexicon: Lexicon,
    rules: Rules,
    written: Callable[[str, Case, int, int], bool],
) -> list[Match]:
    """Matches in reading order; `written` says whether a form may be written as it is."""
    words = split_words(text)
    matches: list[Match] = []
    position, count = 0, len(words.folded)
    while position < count:
        may_begin = rules.endings or words.folded[position] in lexicon.heads
        match = may_begin and _longest(text, words, position, lexicon, rules, written)
        if not match:
            position += 1
            continue
        if match.sense.kind is not Kind.NONE and not _is_other(text, words, match, rules):
            matches.extend(_coordinated(words, match, lexicon, rules))
            matches.append(match)
        position = match.last + 1
    return matches


def is_written_as_name(text: str, case: Case, start: int, end: int) -> bool:
    """Whether the words are capitalised as a name of this case is in a release."""
    if case is Case.ANY:
        return True
    if not text[start].isupper() and not text[start].isdigit():
        return False
    if case is Case.CAPITALS:
        return text[start:end].isupper()
    return case is Case.CAPITAL or not _opens_sentence(text, start)


def _longest(
    text: str,
    words: Words,
    first: int,
    lexicon: Lexicon,
    rules: Rules,
    written: Callable[[str, Case, int, int], bool],
) -> Match | None:
    folded = words.folded
    length = lexicon.heads.get(folded[first], 1 if rules.endings else 0)
    for last in range(min(first + length, len(folded)) - 1, first - 1, -1):
        if not _is_joined(text, words, first, last):
            continue
        sense = _sense(" ".join(folded[first : last + 1]), lexicon, rules)
        if sense is None:
            continue
        start, end = words.spans[first][0], words.spans[last][1]
        if written(text, sense.case, start, end):
            closed = text[end : end + 1] == ")" and "(" in text[start:end]
            return Match(start, end + closed, sense, first, last)
    return None


def _is_joined(text: str, words: Words, first: int, last: int) -> bool:
    spans = words.spans
    return all(
        text[spans[index][1] : spans[index + 1][0]] in _JOINTS for index in range(first, last)
    )


def _sense(form: str, lexicon: Lexicon, rules: Rules) -> Sense | None:
    sense = lexicon.senses.get(form)
    if sense is not None or not rules.endings:
        return sense
    for length in range(min(10, len(form) - _SHORTEST_STEM), 0, -1):
        made = rules.endings.get(form[-length:])
        if made is None:
            continue
        stem = lexicon.senses.get(form[:-length])
        if stem is not None:
            return _derived(stem, made)
    return None


def _derived(stem: Sense, made: MentionForm) -> Sense | None:
    if made is MentionForm.NAME:
        return stem
    if stem.kind in (Kind.CITY, Kind.NONE, Kind.ORGANIZATION) or stem.form is not MentionForm.NAME:
        return None
    return Sense(stem.kind, stem.id, made, Case.ANY, stem.also)


def _is_other(text: str, words: Words, match: Match, rules: Rules) -> bool:
    """Whether the word after it makes it a language, a sea, a province, or a person's name."""
    following = match.last + 1
    if following >= len(words.folded):
        return False
    start = words.spans[following][0]
    if text[match.end : start].strip(' \u00a0»”"'):
        return False
    if words.folded[following] in rules.not_before:
        return True
    if words.folded[match.first] not in rules.personal_names or match.first != match.last:
        return False
    before = words.folded[match.first - 1] if match.first else ""
    return (
        text[start].isupper()
        and text[match.end : start] in (" ", "\u00a0", "-")
        and before not in rules.words_of_place
        and words.folded[following] not in rules.not_personal_before
    )


def _coordinated(words: Words, match: Match, lexicon: Lexicon, rules: Rules) -> Iterator[Match]:
    """The first half of "North and West Africa"."""
    first = match.first - 2
    if (
        match.sense.kind is not Kind.REGION
        or match.first == match.last
        or first < 0
        or words.folded[match.first - 1] not in rules.conjunctions
    ):
        return
    rest = words.folded[match.first + 1 : match.last + 1]
    sense = _sense(" ".join([words.folded[first], *rest]), lexicon, rules)
    if sense is not None and sense.kind is Kind.REGION:
        start, end = words.spans[first]
        yield Match(start, end, sense, first, first)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _LOOK_BACK) : start].rstrip(_OPENINGS)
    return before[-1] in _SENTENCE_ENDS if before else start <= _LOOK_BACK
