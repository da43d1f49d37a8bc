"""Names of persons in a Russian sentence; pure.

Russian capitalises only the first word of the name of a body or a paper, so that two capitalised
words in a row, or initials and one, are a person unless the first begins such a name.
"""

from __future__ import annotations

import re
from functools import cache

from corpus.release import Language
from index.extraction.annotation import PersonMention, Sentence
from index.extraction.lexicon import lexicon
from index.extraction.russian.cases import name_stem
from index.places.mentions import CityMention, Mention, MentionForm

_UPPER, _LOWER = "А-ЯЁІҒҚҢӨҰҮҺӘ", "а-яёіғқңөұүһә"
_WORD = re.compile(
    rf"(?<![\w-])(?:аль|эль|ад|ан|ас|аш|ат|ар|аз|д|оль)?[-’'ʼ]?"
    rf"[{_UPPER}][{_LOWER}{_UPPER}]*(?:[-’'ʼ][{_LOWER}{_UPPER}]+)*(?!\w)"
)
_INITIALS = re.compile(rf"(?<!\w)(?:[{_UPPER}][{_LOWER}]?\.[-\s]?){{1,3}}(?=[{_UPPER}а-я])")
_SURNAME = re.compile(rf" [{_UPPER}][{_LOWER}]{{2,}}")
_PARTICLE = re.compile(rf"\s+(?P<word>[{_LOWER}]+)(?=\s)")
_SPACE = re.compile(r"[ \u00a0]")
_MOST_WORDS = 7

_PARTICIPLE = re.compile(r"\w{3,}(?:[аея]н|[яиуы]т)[аоы]")


def find_persons(sentence: Sentence) -> list[PersonMention]:
    """Names in reading order; a single capitalised word is one too, for the core to look up."""
    persons: list[PersonMention] = []
    # A people is written small in Russian: with a capital inside a sentence it is a name.
    taken = [
        (mention.start, mention.end)
        for mention in sentence.mentions
        if (
            getattr(mention, "form", None) is not MentionForm.DEMONYM
            or not sentence.body[mention.start].isupper()
        )
        and not _is_first_name(sentence, mention)
    ]
    offices = [(office.start, office.end) for office in sentence.offices]
    offices += [
        (trigger.start, trigger.end)
        for trigger in sentence.triggers
        if sentence.lowered[trigger.start : trigger.end].isalpha()
    ]
    position = sentence.start
    while position < sentence.end:
        found = _next_name(sentence, position, taken, offices)
        if found is None:
            break
        start, end = found
        position = end
        if (person := _person(sentence, start, end)) is not None:
            persons.append(person)
    return persons


def _is_first_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether what could be a city stands as a name does: «президент Сербии Милан Йович»."""
    if not isinstance(mention, CityMention) or not _SURNAME.match(sentence.body, mention.end):
        return False
    before = {m.end for m in sentence.mentions} | {o.end for o in sentence.offices}
    is_titled = mention.start - 1 in before
    return is_titled and all(m.start != mention.end + 1 for m in sentence.mentions)


def _next_name(
    sentence: Sentence,
    position: int,
    taken: list[tuple[int, int]],
    offices: list[tuple[int, int]],
) -> tuple[int, int] | None:
    """Offsets of the first run of initials and capitalised words from a position on."""
    body = sentence.body
    while True:
        word = _WORD.search(body, position, sentence.end)
        initials = _INITIALS.search(body, position, sentence.end)
        first = min((m.start() for m in (word, initials) if m), default=None)
        if first is None:
            return None
        blocking = [end for start, end in [*taken, *offices] if start <= first < end]
        if blocking:
            position = max(blocking)
            continue
        end = _end_of_name(sentence, first, taken)
        if end > first:
            return first, end
        position = first + 1


def _end_of_name(sentence: Sentence, start: int, taken: list[tuple[int, int]]) -> int:
    body, position, count = sentence.body, start, 0
    if initials := _INITIALS.match(body, position, sentence.end):
        position = initials.end()
    end = start
    while count < _MOST_WORDS:
        word = _WORD.match(body, position, sentence.end)
        if word is None or any(s < word.end() and word.start() < e for s, e in taken):
            break
        if count and len(word[0]) > 3 and _is_no_name(word[0]):
            break
        if len(word[0]) > 1 and word[0].isupper():
            break
        end, count = word.end(), count + 1
        position = _after_particles(body, end)
        if position == end:
            break
    return end


def _after_particles(body: str, position: int) -> int:
    """Where the next word of a name may begin: after a space and words like «бин»."""
    while match := _PARTICLE.match(body, position):
        if match["word"] not in lexicon(Language.RU).words["particles"]:
            break
        position = match.end()
    return position + 1 if _SPACE.match(body, position) else position


def _person(sentence: Sentence, start: int, end: int) -> PersonMention | None:
    name = sentence.body[start:end]
    initials = _INITIALS.match(name)
    words = _WORD.findall(name)
    if not words or (initials is None and _begins_no_name(sentence, start, words)):
        return None
    if name.isupper() and "." not in name:
        return None
    if _is_quoted(sentence, start, end) or _opens_with_participle(sentence, start, words):
        return None
    last = words[-1]
    stem = name_stem(last)
    if len(words) == 1 and initials is None:
        is_name = len(last) > 2 and (
            start > _opening(sentence) or _is_repeated(sentence, last, stem)
        )
        if not is_name:
            return None
    return PersonMention(start, end, name, stem)


def _is_quoted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether guillemets hold nothing else: the name of a company or a work."""
    return sentence.body[start - 1 : start] == "«" and sentence.body[end : end + 1] == "»"


def _opens_with_participle(sentence: Sentence, start: int, words: list[str]) -> bool:
    """Whether a sentence opens with what was done: «Приняты Туркестанское заявление и план»."""
    return start == _opening(sentence) and _PARTICIPLE.fullmatch(words[0].lower()) is not None


def _opening(sentence: Sentence) -> int:
    """Where the first word of a sentence begins."""
    text = sentence.text
    return sentence.start + len(text) - len(text.lstrip("«“„\"'(–—- "))


def _is_repeated(sentence: Sentence, word: str, stem: str) -> bool:
    """Whether a word that opens a sentence has its capital inside others as well."""
    pattern = rf"[\w,»)] {re.escape(word[: len(stem)])}"
    return re.search(pattern, sentence.body) is not None


def _begins_no_name(sentence: Sentence, start: int, words: list[str]) -> bool:
    """Whether the first word is none of a name: «Со» opens a sentence, or a Korean name."""
    if len(words[0]) > 3:
        return _is_no_name(words[0])
    opens = start == _opening(sentence)
    return opens and len(words) < 3 and _is_no_name(words[0])


def _is_no_name(word: str) -> bool:
    folded = word.lower().replace("ё", "е")
    stems = _stems()
    return folded in stems or any(
        folded[:-ending] in stems for ending in range(1, 5) if len(folded) - ending > 3
    )


@cache
def _stems() -> frozenset[str]:
    return frozenset(w.replace("ё", "е") for w in lexicon(Language.RU).words["not_names"])
