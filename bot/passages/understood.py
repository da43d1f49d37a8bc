"""What was understood of a question beyond its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.messages import Texts
from bot.query.interpretation import in_time
from bot.question import HOST, Question, mentions_in
from corpus.release import Language
from index.analysis import keys
from index.places.gazetteer import Gazetteer
from index.places.mentions import CityMention, CountryMention, Mention, MentionForm, RegionMention
from index.text.stemming import words
from index.times.dates import find_periods

_ALIKE = 3  # letters by which a word is known again, in whatever case it stands
_TELLING = 4  # letters of a word that tells which period is meant: a year, a month


def understood(question: Question, newest: date) -> str:
    """Names and periods that it does not say so itself, and what it continues; may be ""."""
    texts = Texts(question.language)
    said = _names(question.text, question.language)
    periods = find_periods(question.text, question.language, newest)
    times = (in_time(each.first, each.last, texts) for each in periods)
    parts = [*_unsaid(said, question.text, 1), *_unsaid(times, question.text, _TELLING)]
    if question.lookup != question.text:
        before = question.lookup.removesuffix(question.text)
        carried = [name for name in _names(before, question.language) if name not in said]
        parts.append(texts.text("read-continued", names=", ".join(carried) or "none"))
    return ", ".join(parts)


def _names(text: str, language: Language) -> list[str]:
    """The names, in the reader's language, of the places that `text` calls by a name."""
    found = mentions_in(text, language)
    names = (_name(each, language) for each in found if not HOST & frozenset(keys(each)))
    return [name for name in dict.fromkeys(names) if name]


def _name(mention: Mention, language: Language) -> str:
    gazetteer = Gazetteer.load()
    match mention:
        case CountryMention(form=MentionForm.NAME):
            return gazetteer.country_name(mention.code, language)
        case CityMention():
            return gazetteer.city_name(mention.city, language)
        case RegionMention():
            return gazetteer.region_name(mention.region, language)
    return ""


def _unsaid(names: Iterable[str], text: str, shortest: int) -> Iterator[str]:
    """Those of `names` of which not every word stands in `text`, be it in another form.

    Words of fewer than `shortest` letters need not.
    """
    said = {word[:_ALIKE] for word in words(text)}
    for name in dict.fromkeys(names):
        told = [word for word in words(name) if len(word) >= shortest]
        if not {word[:_ALIKE] for word in told} <= said:
            yield name
