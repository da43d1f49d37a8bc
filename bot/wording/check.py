"""Whether a sentence that a model wrote says nothing that the sentences it cites do not; pure.

Each check errs on the side of dropping: what is dropped is replaced by the quote itself. The
checks are on what can be told without a model: numbers with their scale, dates, places, names,
the order of all these (so that nobody changes places with another), negation, what is planned
and what is done, and support of every word that carries meaning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.answer import Citation
from bot.passages.concepts import concepts_of, concepts_of_word
from bot.question import topic_words
from bot.wording.claims import Claim
from bot.wording.facts import (
    is_doubtful,
    is_negated,
    names,
    neutral,
    places,
    quantities,
    without_places,
)
from corpus.dates import day_of
from corpus.release import Language
from index.text.person_names import same_person
from index.text.stemming import stems
from index.times.dates import find_dates

SHORT = 3  # letters; words that have fewer carry no meaning that the others do not


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A quote as it is compared: with the title of its release, which names whom it means."""

    text: str
    quote: str
    language: Language
    citation: Citation


def is_supported(claim: Claim, quotes: Sequence[Citation], language: Language) -> bool:
    """Whether the sentences among `quotes` that the claim cites bear out all that it says."""
    evidence = [_evidence(quotes[place]) for place in claim.cited]
    return (
        _numbers_stand(claim.text, evidence, language)
        and _dates_stand(claim.text, evidence, language)
        and _places_stand(claim.text, evidence, language)
        and _names_stand(claim.text, evidence, language)
        and _moods_agree(claim.text, evidence, language)
        and _words_stand(claim.text, evidence, language)
    )


def _evidence(citation: Citation) -> _Evidence:
    text = f"{citation.title}\n{citation.quote}"
    return _Evidence(text, citation.quote, citation.language, citation)


def _numbers_stand(text: str, evidence: Sequence[_Evidence], language: Language) -> bool:
    told = quantities(text, language, _day(evidence[0]))
    held = [quantities(e.text, e.language, _day(e)) for e in evidence]
    return _in_order(told, [number for numbers in held for number in numbers])


def _dates_stand(text: str, evidence: Sequence[_Evidence], language: Language) -> bool:
    held = [found for e in evidence for found in find_dates(e.text, e.language, _day(e))]
    return all(
        any(told.first <= found.first and found.last <= told.last for found in held)
        for told in find_dates(text, language, _day(evidence[0]))
    )


def _places_stand(text: str, evidence: Sequence[_Evidence], language: Language) -> bool:
    """All places are in the quotes or their titles; in the order of one quote, if it has them."""
    told = list(dict.fromkeys(places(text, language)))
    if not set(told) <= {key for e in evidence for key in places(e.text, e.language)}:
        return False
    orders = [places(e.quote, e.language) for e in evidence]
    full = [order for order in orders if set(told) <= set(order)]
    return not full or any(_in_order(told, order) for order in full)


def _names_stand(text: str, evidence: Sequence[_Evidence], language: Language) -> bool:
    told = names(text, language)
    held = [_all_words(e) for e in evidence]
    return all(any(_is_among(name, found) for found in held) for name in told)


def _is_among(name: str, held: Sequence[str]) -> bool:
    return any(name.lower() == word.lower() or same_person(name, word) for word in held)


def _all_words(evidence: _Evidence) -> list[str]:
    return [word for word in evidence.text.replace("\n", " ").split() if word[:1].isalpha()]


def _moods_agree(text: str, evidence: Sequence[_Evidence], language: Language) -> bool:
    negated = {is_negated(e.quote) for e in evidence}
    doubtful = {is_doubtful(e.quote, e.language) for e in evidence}
    return negated == {is_negated(text)} and doubtful == {is_doubtful(text, language)}


def _words_stand(text: str, evidence: Sequence[_Evidence], language: Language) -> bool:
    """Every word that carries meaning is in the quotes, by its stem; in another language, alike."""
    near = {stem for e in evidence if e.language is language for stem in stems(e.text, language)}
    abroad = [e for e in evidence if e.language is not language]
    concepts = {concept for e in abroad for concept in concepts_of(e.text, e.language)}
    letters = [word for e in abroad for word in _all_words(e)]
    return all(
        word in neutral()
        or word[0].isdigit()
        or len(word) < SHORT
        or stems(word, language)[0] in near
        or bool(concepts_of_word(word, language) & concepts)
        or any(same_person(word, other) for other in letters)
        for word in topic_words(without_places(text, language))
    )


def _in_order(told: Sequence[object], held: Sequence[object]) -> bool:
    """Whether `told` is a subsequence of `held`."""
    rest = iter(held)
    return all(any(one == other for other in rest) for one in told)


def _day(evidence: _Evidence) -> date:
    return day_of(evidence.citation.published_at)
