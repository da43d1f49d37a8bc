"""A sentence as a row of chunks with one-letter tags, so that regular expressions read syntax.

The row's `tags` has one letter a chunk; a match over it gives back chunks by its offsets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from index.extraction.annotation import OfficeMention, Sentence, Trigger, TriggerKind
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    MentionForm,
    OrganizationMention,
)
from index.times.dates import DateMention

Value = OfficeMention | Mention | DateMention | Trigger | None

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ-](?!s(?!\w))[^\W_]+)*|[^\w\s]")


class Chunk(NamedTuple):
    """Words with a tag and what they were found to be.

    A tuple: a release is hundreds of them, and frozen dataclasses take long to make.
    """

    tag: str
    start: int
    end: int
    text: str
    value: Value = None


@dataclass(frozen=True, slots=True)
class Row:
    """The chunks of one sentence in reading order and their tags.

    `inner` are mentions that lie inside an office ("head of Finnish diplomacy").
    """

    body: str
    chunks: tuple[Chunk, ...]
    tags: str
    inner: tuple[Mention, ...]


def chunk_row(
    sentence: Sentence,
    offices: Iterable[OfficeMention],
    extra: Iterable[Chunk],
    tag_word: Callable[[str], str],
) -> Row:
    """The row of a sentence.

    Offices are O, and Q in the plural; countries C, and A as adjectives or peoples; cities T,
    organisations E, regions R, dates D, triggers V, and Y for nouns of visits. Other words get
    the letter that `tag_word` gives them, unless they lie in an `extra` chunk.
    """
    body = sentence.body

    def chunk(tag: str, item: OfficeMention | Mention | DateMention | Trigger) -> Chunk:
        return Chunk(tag, item.start, item.end, body[item.start : item.end], item)

    taken = [chunk("Q" if office.plural else "O", office) for office in offices]
    office_spans = [(c.start, c.end) for c in taken]
    _add(taken, extra)
    _add(taken, (chunk(_mention_tag(mention), mention) for mention in sentence.mentions))
    _add(taken, (chunk("D", day) for day in sentence.dates))
    _add(taken, (chunk(_trigger_tag(trigger), trigger) for trigger in sentence.triggers))
    taken.sort(key=lambda each: each.start)
    row = list(_with_words(sentence, taken, tag_word))
    inner = tuple(
        m for m in sentence.mentions if any(s <= m.start and m.end <= e for s, e in office_spans)
    )
    return Row(body, tuple(row), "".join(each.tag for each in row), inner)


def _with_words(
    sentence: Sentence, taken: list[Chunk], tag_word: Callable[[str], str]
) -> Iterator[Chunk]:
    position = sentence.start
    for chunk in [*taken, Chunk("", sentence.end, sentence.end, "")]:
        for match in _WORD.finditer(sentence.body, position, chunk.start):
            yield Chunk(tag_word(match.group()), match.start(), match.end(), match.group())
        if chunk.tag:
            yield chunk
        position = max(position, chunk.end)


def _add(taken: list[Chunk], fresh: Iterable[Chunk]) -> None:
    known = list(taken)
    taken += [c for c in fresh if all(c.end <= k.start or k.end <= c.start for k in known)]


def _mention_tag(mention: Mention) -> str:
    if isinstance(mention, CountryMention):
        return "C" if mention.form is MentionForm.NAME else "A"
    if isinstance(mention, CityMention):
        return "T"
    return "E" if isinstance(mention, OrganizationMention) else "R"


def _trigger_tag(trigger: Trigger) -> str:
    return "Y" if trigger.kind is TriggerKind.VISIT else "V"
