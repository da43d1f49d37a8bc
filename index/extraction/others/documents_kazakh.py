"""Names of documents in Kazakh, where the noun comes last: «... туралы келісім»; pure."""

from __future__ import annotations

import re
from collections.abc import Collection

from index.extraction.annotation import Sentence
from index.extraction.lexicon import Found
from index.extraction.others.document_name import DocumentName
from index.extraction.others.event_words import EventWords

_TOKEN = re.compile(r"\S+")
_CASE = re.compile(
    r"(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|ды|ді|ты|ті|ны|ні|н|да|де|та|те|нда|нде"
    r"|дан|ден|тан|тен|нан|нен|мен|бен|пен)$"
)
_LOCATIVE = re.compile(r"[\w-]{2,}(?:да|де|та|те)$")
_MEASURE = re.compile(
    r"млн|млрд|мың|жыл|жөнінде|туралы|арасында|саласында|дейін|арналған|\w[тдн][ае]н\b"
)
_BY = "бойынша"
_COUNTED = 4
_QUOTES = "«“\"„”»'"
_OPENING = '«“"„'
_WORDS_BEFORE = 30
_REACH = 320
_AFTER = 24


def kazakh_documents(
    sentence: Sentence,
    nouns: list[Found[bool]],
    generic: Collection[int],
    words: EventWords,
    barriers: Collection[int],
) -> list[DocumentName]:
    """Documents named in a sentence, in reading order, without the case endings of their nouns.

    Nouns that begin at `generic` name none; they are kept with a numeral only.
    """
    found: list[DocumentName] = []
    reached = sentence.start
    for noun in nouns:
        if _is_inside(sentence.lowered, noun, sentence.end, words):
            continue
        begin = max([reached, *(each for each in barriers if each <= noun.start)])
        reached = noun.end
        start = _left_edge(sentence.body, begin, noun, words)
        end = noun.end - len(_case_ending(sentence.lowered[noun.start : noun.end], words))
        count = _count(sentence.lowered[start : noun.start], words)
        if count > 1 or (noun.start not in generic and (start < noun.start or not noun.label)):
            found.append(DocumentName(start, end, start < noun.start and count == 1, count))
    return found


def _is_inside(lowered: str, noun: Found[bool], end: int, words: EventWords) -> bool:
    """Whether the noun stands within a longer name: «келісімге өзгерістер енгізу туралы ...»."""
    following = words.documents.ends.find(lowered, noun.end + 1, min(end, noun.end + _AFTER))
    return bool(following) and following[0].start == noun.end + 1


def _case_ending(noun: str, words: EventWords) -> str:
    """The ending of the case, by which the noun is put into its sentence."""
    ending = _CASE.search(noun)
    if ending is None:
        return ""
    bare = noun[: ending.start()]
    known = words.documents.nouns.find(bare) or words.documents.generic.find(bare)
    return ending.group() if known else ""


def _tokens_before(text: str, start: int, edge: int) -> list[re.Match[str]]:
    begin = max(start, edge - _REACH)
    if begin > start:
        begin = text.find(" ", begin, edge) + 1 or edge
    return list(_TOKEN.finditer(text, begin, edge))[: -_WORDS_BEFORE - 1 : -1]


def _left_edge(text: str, begin: int, noun: Found[bool], words: EventWords) -> int:
    """Where the name begins: after what the clause tells besides."""
    edge = noun.start
    tokens = _tokens_before(text, begin, noun.start)
    for token, earlier in zip(tokens, [*tokens[1:], None], strict=False):
        word = token.group()
        before = earlier.group().lower() if earlier else ""
        if word[-1] in ",;:.)»”–—" or _stops(word, before, words):
            break
        edge = token.start() + (len(word) - len(word.lstrip(_QUOTES)))
        if word[0] in _OPENING:
            break
    return _without_conjunction(text, edge, noun.start, words)


def _stops(word: str, before: str, words: EventWords) -> bool:
    bare = word.strip(_QUOTES).lower()
    if bare in words.documents.openers or words.documents.stops.fullmatch(bare):
        return True
    if bare == _BY and words.lists["clause.outcome"].find(before):
        return True
    return "." in word[:-1] or (word[0].isupper() and bool(_LOCATIVE.search(bare)))


def _count(before: str, words: EventWords) -> int:
    """How many documents a numeral speaks of: «86 халықаралық шарт»."""
    tokens = before.split()
    if not tokens or len(tokens) > _COUNTED:
        return 1
    first = tokens[0]
    if first.isdigit() and len(first) < len("2000") and not _MEASURE.search(before):
        return int(first)
    return words.numbers.get(first, 1)


def _without_conjunction(text: str, edge: int, end: int, words: EventWords) -> int:
    """The edge moved past a leading «және» and the like."""
    while True:
        token = _TOKEN.match(text, edge, end)
        if token is None or token.group().lower() not in words.documents.qualifiers:
            return edge
        edge = token.end() + 1
