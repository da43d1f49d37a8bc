"""Which of the chosen sentences bear a short answer out, and in what order they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.passages.choice import asks_for_several, in_reading_order, whole
from bot.passages.counted import asks_for_breakdown
from bot.passages.evidence import Quote, corrects
from bot.passages.judgement import answers
from bot.passages.reading import read_release
from bot.passages.short import FIGURES, ShortAnswer, short_answer
from bot.passages.wanted import Wanted, wanted_by
from bot.question import Question
from corpus.release import Release

ONE_THING = frozenset(
    {"money", "number", "percent", "duration", "age", "date", "address", "phone", "email"}
    | {"person", "place"}
)
BY_ALL = ("compare", "superlative", "summary", "documents")  # no one sentence says it
NEARLY = 0.75  # share of the nearness at which another figure may be what is meant
LONGEST_LEAD = 400  # characters of a sentence that can stand first


def bearing_out(question: Question, chosen: Sequence[Quote], short: ShortAnswer) -> list[Quote]:
    """The quotes that bear `short` out, with what corrects them, where one thing is asked for."""
    wanted = wanted_by(question)
    if not {kind.name for kind in wanted.kinds} <= ONE_THING:
        return list(chosen)
    if asks_for_several(question):
        return list(short.bearing if short.is_whole else chosen)
    best = short.bearing[0]
    if corrects(best) or asks_for_breakdown(question):
        return [best]
    # What is told of other things in the same kind of figure may be what is meant, and so may
    # what stands nearer to the question in no such figure.
    others = [quote for quote in chosen if quote is not best]
    return [best, *(q for q in others if _rivals(question, q, best, short))]


def _rivals(question: Question, quote: Quote, best: Quote, short: ShortAnswer) -> bool:
    if bool(quote.kinds) and quote.merit >= best.merit:
        return _says_otherwise(question, quote, short)
    return quote.score > best.score


def _says_otherwise(question: Question, quote: Quote, short: ShortAnswer) -> bool:
    own = short_answer(question, [quote])
    return own is not None and own.text != short.text and own.near >= NEARLY * short.near


def leading(question: Question, chosen: Sequence[Quote]) -> str | None:
    """The sentence that answers best, which is said first where no words of it alone answer."""
    if wanted_by(question).asks(*BY_ALL) or asks_for_several(question):
        return None
    best = next((quote for quote in chosen if answers(question, quote)), None)
    if best is None:
        return None
    text = " ".join(part.text for part in whole(best))
    return text if len(text) <= LONGEST_LEAD else None


def led_by(headline: str, chosen: Sequence[Quote]) -> list[Quote]:
    """`chosen` in reading order, those first that are the headline themselves."""
    shown = in_reading_order(chosen)
    lead = next((quote for quote in chosen if _is(headline, quote)), None)
    if lead is None:
        return shown
    first = whole(lead)
    texts = {quote.text for quote in first}
    rest = [quote for quote in shown if quote.text not in texts]
    same = [quote for quote in rest if quote.source.number == lead.source.number]
    return [*first, *same, *(quote for quote in rest if quote not in same)]


def _is(headline: str, quote: Quote) -> bool:
    return " ".join(part.text for part in whole(quote)) == headline


def stand_alone(question: Question, shown: Sequence[Quote], short: ShortAnswer | None) -> bool:
    """Whether the quotes of each release can be understood without its title.

    Where one release gives the one figure asked for, there is none to mix it up with. Else they
    name a place or body that is asked about, if any is, and where they are not told in short also
    what of the question the title says.
    """
    wanted = wanted_by(question)
    if wanted.asks(*BY_ALL, "place"):
        return False
    if short is not None and _is_one_figure(question, shown):
        return True
    names = frozenset().union(wanted.towns, wanted.bodies, *wanted.countries)
    held: dict[int, frozenset[str]] = {}
    for quote in shown:
        terms = read_release(quote.source.release).sentences[quote.place].terms
        held[quote.source.number] = held.get(quote.source.number, frozenset()) | terms
    if names and not all(names & terms for terms in held.values()):
        return False
    return short is not None or not any(
        _adds(wanted, quote.source.release, held[quote.source.number]) for quote in shown
    )


def _is_one_figure(question: Question, shown: Sequence[Quote]) -> bool:
    kinds = {kind.name for kind in wanted_by(question).kinds}
    releases = {quote.source.number for quote in shown}
    return kinds <= FIGURES and len(releases) == 1 and not asks_for_several(question)


def _adds(wanted: Wanted, release: Release, held: frozenset[str]) -> bool:
    """Whether the title says a word of the question that the quotes, which hold these, lack."""
    title = read_release(release).title.terms
    keys = [{word.stem(release.language)} | word.concepts for word in wanted.words]
    return any(each & title and not each & held for each in keys)
