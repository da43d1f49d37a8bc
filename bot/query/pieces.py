"""A question as a row of pieces: places, periods, quotes, known phrases and other words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.query.words import QueryWords
from bot.question import mentions_in, topic_words
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    OrganizationMention,
)
from index.text.stemming import CYRILLIC, WORD, fold
from index.text.transliteration import PLAIN_LETTERS, cyrillic_readings, to_cyrillic
from index.times.dates import Period, find_periods

PLACE, PERIOD, QUOTE, NUMBER, FUNCTION, WORD_LEFT, QUESTION_MARK = (
    "place",
    "period",
    "quote",
    "number",
    "function",
    "word",
    "question_mark",
)
_QUOTED = re.compile(r"«[^«»]{3,120}»|“[^“”]{3,120}”|\"[^\"]{3,120}\"|„[^„“”]{3,120}[“”]")
_SENTENCE_END = re.compile(r"[.?!;](?=\s|$)|\n")
_COUNTRIES = {("countries", 1), ("countries_gone_to", 1)}
_LONGEST_ABBREVIATION = 6
_LATIN = re.compile(r"[a-z]")


@dataclass(frozen=True, slots=True)
class Piece:
    """`question[start:end]` and what it is: one of the kinds above or a name of `QueryWords`.

    `sentence` counts from 0.
    """

    name: str
    start: int
    end: int
    text: str
    sentence: int = 0
    mention: Mention | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    forms: tuple[str, ...]
    text: str = field(compare=False, default="")


def read_pieces(question: str, language: Language, newest: date) -> tuple[Piece, ...]:
    """All pieces in reading order; every word of the question stands in one of them."""
    fixed = _fixed(question, language, newest)
    tokens = [
        _token(match, question, language)
        for match in WORD.finditer(question)
        if not any(piece.start < match.end() and match.start() < piece.end for piece in fixed)
    ]
    pieces = [*fixed]
    for run in _runs(tokens, question):
        pieces.extend(
            _abbreviation(piece, question, language) for piece in _phrases(run, language, question)
        )
    if question.rstrip().endswith("?"):
        last = question.rindex("?")
        pieces.append(Piece(QUESTION_MARK, last, last + 1, ""))
    ends = [m.end() for m in _SENTENCE_END.finditer(question) if _is_outside(m.start(), fixed)]
    return tuple(
        Piece(
            piece.name,
            piece.start,
            piece.end,
            question[piece.start : piece.end],
            sum(end <= piece.start for end in ends),
            piece.mention,
            piece.period,
        )
        for piece in sorted(pieces, key=lambda piece: piece.start)
    )


def _fixed(question: str, language: Language, newest: date) -> list[Piece]:
    """Quotes, then periods, then places, each outside those before it."""
    mentions = mentions_in(question, language)
    found = [
        Piece(QUOTE, match.start(), match.end(), match.group())
        for match in _QUOTED.finditer(question)
        if not any(_fills(mention, match) for mention in mentions)
    ]
    for period in find_periods(question, language, newest):
        if _is_free(period.start, period.end, found):
            found.append(Piece(PERIOD, period.start, period.end, "", period=period))
    for mention in mentions:
        if _is_free(mention.start, mention.end, found):
            start, end = _without_noun(mention, question, language)
            found.append(Piece(PLACE, start, end, "", mention=mention))
    return found


def _fills(mention: Mention, quote: re.Match[str]) -> bool:
    """Whether a group of countries is all that is quoted, as the "Group of Seven"."""
    inside = quote.start() < mention.start + 1 and mention.end <= quote.end()
    letters = quote.end() - quote.start() - 2
    return (
        inside and not isinstance(mention, CityMention) and mention.end - mention.start >= letters
    )


def _without_noun(mention: Mention, question: str, language: Language) -> tuple[int, int]:
    """Offsets of a group of countries without "countries", which has its own say."""
    start, end = mention.start, mention.end
    words = list(WORD.finditer(question, start, end))
    if isinstance(mention, CountryMention | CityMention) or len(words) < 2:
        return start, end
    rests = ((words[-1], start, words[-2].end()), (words[0], words[1].start(), end))
    for word, rest_start, rest_end in rests:
        forms = _token(word, question, language).forms
        if QueryWords.of(language).longest([forms]) in _COUNTRIES and any(
            mention == replace(rest, start=start, end=end)
            for rest in Gazetteer.load().mentions_in_question(
                question[rest_start:rest_end], language
            )
        ):
            return rest_start, rest_end
    return start, end


def _is_free(start: int, end: int, pieces: Iterable[Piece]) -> bool:
    return all(end <= piece.start or piece.end <= start for piece in pieces)


def _is_outside(position: int, pieces: Iterable[Piece]) -> bool:
    return not any(piece.start <= position < piece.end for piece in pieces)


def _token(match: re.Match[str], question: str, language: Language) -> _Token:
    word = fold(match.group())
    forms = {word, word.translate(PLAIN_LETTERS)}
    if language is not Language.EN and not CYRILLIC.search(word):
        forms = set(cyrillic_readings(word))
        # In a Cyrillic question a Latin word is a foreign one.
        if CYRILLIC.search(question):
            forms.add(word)
    elif CYRILLIC.search(word) and _LATIN.search(word):
        forms.add(to_cyrillic(word).text)
    return _Token(match.start(), match.end(), tuple(sorted(forms)), match.group())


def _runs(tokens: Sequence[_Token], question: str) -> list[list[_Token]]:
    """Stretches of tokens with no fixed piece and no end of a clause inside."""
    runs: list[list[_Token]] = []
    for token in tokens:
        previous = runs[-1][-1] if runs else None
        gap = question[previous.end : token.start] if previous else ""
        if previous and not re.search(r"[,.;:?!()\n]|\w", gap):
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _phrases(run: Sequence[_Token], language: Language, question: str) -> list[Piece]:
    lexicons = _lexicons(language, question)
    forms = [_corrected(token, lexicons) for token in run]
    pieces, position = [], 0
    while position < len(run):
        name, length = _best(forms[position:], run[position], lexicons)
        start, end = run[position].start, run[position + length - 1].end
        pieces.append(Piece(name, start, end, ""))
        position += length
    return pieces


def _abbreviation(piece: Piece, question: str, language: Language) -> Piece:
    """A short word that nothing knows as the organisation that its letters name, as "g20"."""
    word = question[piece.start : piece.end]
    if piece.name != WORD_LEFT or len(word) > _LONGEST_ABBREVIATION:
        return piece
    foreign = language is not Language.EN and word.isascii()
    letters = (to_cyrillic(word).text if foreign else word).upper()
    for mention in Gazetteer.load().mentions_in_question(letters, language):
        if isinstance(mention, OrganizationMention) and mention.end == len(letters):
            return replace(piece, name=PLACE, mention=mention)
    return piece


def _lexicons(language: Language, question: str) -> list[QueryWords]:
    latin = _LATIN.search(question.lower()) and CYRILLIC.search(question)
    mixed = [Language.EN] if latin and language is not Language.EN else []
    return [QueryWords.of(each) for each in [language, *mixed]]


def _corrected(token: _Token, lexicons: Sequence[QueryWords]) -> tuple[str, ...]:
    """The forms of a word or, where it is misspelt, of those that it may stand for."""
    forms = token.forms
    # A capital marks a name, but for the first word.
    if (token.text[:1].isupper() and token.start) or _is_function(token):
        return forms
    if any(lexicon.knows(form) for lexicon in lexicons for form in forms):
        return forms
    return tuple(word for form in forms for word in lexicons[0].corrected(form)) or forms


def _best(
    forms: Sequence[tuple[str, ...]], token: _Token, lexicons: Sequence[QueryWords]
) -> tuple[str, int]:
    found = [best for lexicon in lexicons if (best := lexicon.longest(forms))]
    if found:
        return max(found, key=lambda best: best[1])
    if token.text.isdigit():
        return NUMBER, 1
    return (FUNCTION if _is_function(token) else WORD_LEFT), 1


def _is_function(token: _Token) -> bool:
    return not all(topic_words(form) for form in (fold(token.text), *token.forms))
