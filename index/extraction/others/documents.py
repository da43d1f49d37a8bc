"""Names of documents in a sentence, exactly as written; pure.

English and Russian put the noun first ("Agreement on ...") and are read here, Kazakh puts it
last and is read in `documents_kazakh`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from corpus.release import Language
from index.extraction.annotation import Sentence
from index.extraction.lexicon import Found
from index.extraction.others.document_name import DocumentName
from index.extraction.others.documents_kazakh import kazakh_documents
from index.extraction.others.event_words import DocumentWords, EventWords, event_words

_TOKEN = re.compile(r"\S+")
_STOP = re.compile(r"[;:?!()\n]|\s[–—-]\s|\.(?!\w)|[”»](?=[\s,.;]|$)")
_COMMA = re.compile(r",")
_LISTED = re.compile(  # the rest of "Economic, Industrial and Scientific-Technical Cooperation"
    r",\s(?:[\w’'-]+(?:\s[\w’'-]+)?,\s){0,6}[\w’'-]+(?:\s[\w’'-]+)?\s(?:and|or|и|или)\s[\w’'-]+"
)
_QUOTES = "«“\"„”»'"
_OPENING = '«“"„'
_TRAILING = " \t,.;:–—-"
_CONJUNCTIONS = frozenset({"and", "&"})
_REACH = 90
_WORDS_BEFORE = 8
_OF_A_DAY = re.compile(r"^ (?:on|for|of) \d{1,2}(?:[–-]\d{1,2})? [a-z]+\b")  # what was done then
_DIGITS = 3  # of a number of documents; four are a year


def find_documents(
    sentence: Sentence, language: Language, barriers: Collection[int] = ()
) -> list[DocumentName]:
    """Documents named in a sentence, in reading order, none inside another.

    No name begins before an offset in `barriers`, such as the end of a person's name.
    """
    words = event_words(language)
    text, lowered, start, end = sentence.body, sentence.lowered, sentence.start, sentence.end
    nouns = words.documents.nouns.find(lowered, start, end)
    generic = words.documents.generic.find(lowered, start, end)
    if not nouns and not generic:
        return []
    nouns = sorted(nouns + generic, key=lambda noun: noun.start)
    starts = {noun.start for noun in generic}
    if language is Language.KK:
        return kazakh_documents(sentence, nouns, starts, words, barriers)
    return _right_branching(_Reader(text, lowered, (start, end), words), nouns, starts, end)


def _right_branching(
    reader: _Reader, nouns: list[Found[bool]], generic: Collection[int], last: int
) -> list[DocumentName]:
    edges = [reader.left_edge(noun) for noun in nouns]
    joints = [reader.joint(edge) for edge in edges]
    found: list[DocumentName] = []
    for place, (noun, edge) in enumerate(zip(nouns, edges, strict=True)):
        if found and edge < found[-1].end:
            continue
        limits = [joint for joint in joints[place + 1 :] if joint is not None]
        end = reader.right_edge(noun, min(limits, default=last))
        name = reader.name(noun, edge, end)
        if name is not None and found and name.start < found[-1].end:
            name = replace(name, start=edge, count=1)  # "Agreement 3": not "3 plans"
        if name is not None and _OF_A_DAY.search(reader.after(noun)):
            continue
        if name is not None and (name.count > 1 or noun.start not in generic):
            found.append(name)
    return found


class _Reader:
    """Reads the edges of names within one sentence."""

    def __init__(self, text: str, lowered: str, span: tuple[int, int], words: EventWords) -> None:
        self._text = text
        self._lowered = lowered
        self._start, self._end = span
        self._numbers = words.numbers
        self._words: DocumentWords = words.documents

    def left_edge(self, noun: Found[bool]) -> int:
        """Where the name begins: at the noun, or at what qualifies it before."""
        edge = reach = single = noun.start
        capital = self._text[noun.start].isupper()
        for token in self._tokens_before(noun.start):
            word = token.group()
            bare = word.strip(_QUOTES).lower()
            if capital and bare in _CONJUNCTIONS:
                single = edge if single == noun.start else single
                continue
            if bare in self._words.prepositions:
                return single if single > edge else edge  # "Trade and Memorandum" after "on"
            is_title = word.lstrip(_QUOTES)[:1].isupper() and token.start() > self._start
            if word[-1] in ",;:.)”»" or (not is_title and self._words.stops.fullmatch(bare)):
                break
            if bare in self._words.openers or bare in self._numbers or bare.isdigit():
                return reach if not capital else edge
            if self._qualifies(bare) or (capital and word.lstrip(_QUOTES)[:1].isupper()):
                edge = reach = token.start() + (len(word) - len(word.lstrip(_QUOTES)))
            elif capital:
                break
            else:
                reach = token.start()
            if word[0] in _OPENING:
                break
        return edge

    def after(self, noun: Found[bool]) -> str:
        """What follows a noun, in lower case."""
        return self._lowered[noun.end : noun.end + _REACH]

    def joint(self, edge: int) -> int | None:
        """Where the comma or "and" before a further document of a list begins; else None."""
        begin = max(self._start, edge - _REACH)
        found = self._words.joint.search(self._lowered, begin, edge)
        return found.start() if found else None

    def right_edge(self, noun: Found[bool], limit: int) -> int:
        """Where the name ends: before the verb, the next document or what is told besides."""
        end = min(limit, self._end)
        ends = self._words.ends.find(self._lowered, noun.end, end)
        end = ends[0].start if ends else end
        stop = _STOP.search(self._text, noun.end, end)
        end = stop.start() if stop else end
        for comma in _COMMA.finditer(self._text, noun.end, end):
            listed = _LISTED.match(self._lowered, comma.start(), end)
            if not listed:
                return comma.start()
        return end

    def name(self, noun: Found[bool], edge: int, end: int) -> DocumentName | None:
        """The document, or None where the noun alone says too little to be one."""
        end = max(noun.end, edge + len(self._text[edge:end].rstrip(_TRAILING)))
        named = end > noun.end or edge < noun.start
        number, count = self._number_before(edge)
        if count > 1:
            return DocumentName(number, end, named=False, count=count)
        following = self._lowered[noun.end + 1 : end]
        if noun.label and not self._text[edge].isupper():
            before = self._lowered[edge : noun.start].split()
            is_qualified = bool(before) and before[-1] in self._words.qualifiers
            if not is_qualified and not (following and self._words.links.match(following)):
                return None
        return DocumentName(edge, end, named)

    def _number_before(self, edge: int) -> tuple[int, int]:
        """Where a numeral before the name stands, and its value; 1 where there is none."""
        token = next(iter(self._tokens_before(edge)), None)
        if token is None:
            return edge, 1
        word = token.group().lstrip(_QUOTES)
        start, bare = token.end() - len(word), word.rstrip(_QUOTES).lower()
        if bare.isdigit() and len(bare) <= _DIGITS:
            return start, int(bare)
        return start, self._numbers.get(bare, 1)

    def _qualifies(self, bare: str) -> bool:
        return bare in self._words.qualifiers or bool(self._words.adjective.fullmatch(bare))

    def _tokens_before(self, edge: int) -> list[re.Match[str]]:
        begin = max(self._start, edge - _REACH)
        if begin > self._start:
            begin = self._text.find(" ", begin, edge) + 1 or edge
        tokens = list(_TOKEN.finditer(self._text, begin, edge))
        return tokens[: -_WORDS_BEFORE - 1 : -1]
