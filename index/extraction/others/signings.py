"""Which documents of a sentence are said to be signed, or to be signed yet; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.release import Language
from index.extraction.annotation import Sentence, Tense
from index.extraction.lexicon import Found
from index.extraction.others.document_name import DocumentName
from index.extraction.others.event_words import EventWords, SigningForm, event_words

_REACH = 170  # letters between a document and the word of its signing
_MOST = 60  # documents of one occasion; more are a year's
_BEFORE = 16
_BLANK = "\x00"
_ASIDE = re.compile(r"(?:\s(?:with|с|со)(?:\sthe)?)?[\s,]*\x00+[\s,]*")
_WORD_END = re.compile(r"\w*")

Word = Found[tuple[SigningForm, Tense]]
Chain = list[DocumentName]


@dataclass(frozen=True, slots=True)
class Signed:
    """A document and what the word of its signing says of time; `at` is where that stands."""

    document: DocumentName
    tense: Tense
    at: int


def signed_documents(
    sentence: Sentence,
    documents: Sequence[DocumentName],
    language: Language,
    people: Sequence[tuple[int, int]] = (),
) -> list[Signed]:
    """Documents that the sentence says were signed or will be, in reading order.

    A number of documents is given only for what exceeds those that are named beside it.
    `people` are spans that may stand between the documents of a list.
    """
    words = event_words(language)
    found = words.signing.find(sentence.lowered, sentence.start, sentence.end)
    told = [word for word in found if word.label[0] is not SigningForm.NONE]
    chains = _chains(_without(sentence.lowered, people), documents, words)
    spoken_of = {c[0].start for c in chains if _is_spoken_of(sentence, c[0], words)}
    governed: dict[int, Signed] = {}
    for word in told:
        for chain in _governed(sentence.lowered, word, chains, found):
            if _only_speaks_of(sentence.lowered, word, chain) and chain[0].start in spoken_of:
                continue
            for document in chain:
                new = Signed(document, word.label[1], word.start)
                old = governed.get(document.start)
                if old is None or old.tense is Tense.NONE or new.tense is Tense.FUTURE:
                    governed[document.start] = new
    return _without_counted([governed[start] for start in sorted(governed)])


def _is_spoken_of(sentence: Sentence, document: DocumentName, words: EventWords) -> bool:
    """Whether a document only tells what something else is on: "the resolution on the Treaty"."""
    start = max(sentence.start, document.start - _BEFORE)
    return words.within.search(sentence.lowered, start, document.start) is not None


def _without(lowered: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with spans blanked, of the same length."""
    for start, end in spans:
        lowered = lowered[:start] + _BLANK * (end - start) + lowered[end:]
    return lowered


def _only_speaks_of(lowered: str, word: Word, chain: Chain) -> bool:
    """Whether what is signed stands before the chain, which no "which" takes up."""
    if word.label[0] is not SigningForm.PASSIVE or chain[-1].end > word.start:
        return False
    return "," not in lowered[chain[-1].end : word.start]


def _chains(lowered: str, documents: Sequence[DocumentName], words: EventWords) -> list[Chain]:
    """Documents that are listed together."""
    chains = [list(documents[:1])] if documents else []
    for one, two in pairwise(documents):
        between = lowered[one.end : two.start]
        between = between[_WORD_END.match(between).end() :]  # type: ignore[union-attr]
        between = _ASIDE.sub(" ", between)
        if words.documents.joint.match(between):
            chains[-1].append(two)
        else:
            chains.append([two])
    return chains


def _governed(
    lowered: str, word: Word, chains: Sequence[Chain], others: Sequence[Word]
) -> list[Chain]:
    form = word.label[0]
    before = _nearest_before(lowered, word, chains, others)
    after = _nearest_after(lowered, word, chains, others)
    if form is SigningForm.PASSIVE:
        stands_before = before is not None and not _stands_after(lowered, word, before, after)
        chain = before if stands_before else after
    else:
        chain = after or (before if form is SigningForm.ACTIVE else None)
    if chain is None:
        return []
    return [chain, *_specified(lowered, chain, chains)]


def _specified(lowered: str, chain: Chain, chains: Sequence[Chain]) -> list[Chain]:
    """The list that tells which documents a number of them are: «three documents: ...»."""
    if any(document.named for document in chain):
        return []
    following = next((other for other in chains if other[0].start >= chain[-1].end), None)
    if following is None or following[0].start - chain[-1].end > _REACH:
        return []
    between = lowered[chain[-1].end : following[0].start]
    return [following] if any(mark in between for mark in ",:–—") else []


def _nearest_before(
    lowered: str, word: Word, chains: Sequence[Chain], others: Sequence[Word]
) -> Chain | None:
    for chain in reversed(chains):
        if chain[-1].end <= word.start:
            gap = (chain[-1].end, word.start)
            return chain if _reaches(lowered, gap, others) else None
    return None


def _nearest_after(
    lowered: str, word: Word, chains: Sequence[Chain], others: Sequence[Word]
) -> Chain | None:
    for chain in chains:
        if chain[0].start >= word.end:
            gap = (word.end, chain[0].start)
            return chain if _reaches(lowered, gap, others) else None
    return None


def _reaches(lowered: str, gap: tuple[int, int], others: Sequence[Word]) -> bool:
    start, end = gap
    if end - start > _REACH or ";" in lowered[start:end]:
        return False
    hiding = (w for w in others if start <= w.start and w.end <= end)
    return all(word.label[1] is Tense.FUTURE for word in hiding)


def _stands_after(lowered: str, word: Word, before: Chain, after: Chain | None) -> bool:
    """Whether a verb has its documents after it: «подписаны план и ...»."""
    if after is None:
        return False
    between = lowered[word.end : after[0].start]
    own = lowered[before[-1].end : word.start]
    return ":" not in between and len(between) < len(own)


def _without_counted(signed: list[Signed]) -> list[Signed]:
    """Those that are named, and the highest number of documents if it is more than these."""
    named = sum(one.document.named for one in signed)
    most = max((one.document.count for one in signed), default=1)
    return [
        one
        for one in signed
        if one.document.named or max(1, named) < one.document.count == most <= _MOST
    ]
