"""What was understood of a question beyond its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.messages import Texts
from bot.query.interpretation import in_time
from bot.question import Question, mentions_in
from corpus.release import Language
from index.places.gazetteer import Gazetteer
from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    MentionForm,
    OrganizationMention,
    RegionMention,
)
from index.text.stemming import words
from index.times.dates import find_periods

_ALIKE = 3  # letters by which a word is known again, in whatever case it stands


def understood(question: Question, newest: date) -> str:
    """Names and periods that it does not say so itself, and what it continues; may be ""."""
    texts = Texts(question.language)
    said = mentions_in(question.text, question.language)
    parts = list(_unsaid(_names(said, question.language), question.text))
    periods = find_periods(question.text, question.language, newest)
    parts += _unsaid((in_time(each.first, each.last, texts) for each in periods), question.text)
    if question.lookup != question.text:
        before = question.lookup.removesuffix(question.text)
        taken = dict.fromkeys(_names(mentions_in(before, question.language), question.language))
        carried = ", ".join(name for name in taken if name not in _names(said, question.language))
        parts.append(texts.text("read-continued", names=carried or "none"))
    return ", ".join(parts)


def _names(mentions: Iterable[Mention], language: Language) -> list[str]:
    """The names, in the reader's language, of the places and bodies that are mentioned."""
    return [name for mention in mentions if (name := _name(mention, language))]


def _name(mention: Mention, language: Language) -> str:
    gazetteer = Gazetteer.load()
    match mention:
        case CountryMention(form=MentionForm.NAME):
            return gazetteer.country_name(mention.code, language)
        case CityMention():
            return gazetteer.city_name(mention.city, language)
        case OrganizationMention():
            return gazetteer.organization_name(mention.organization, language)
        case RegionMention():
            return gazetteer.region_name(mention.region, language)
    return ""


def _unsaid(names: Iterable[str], text: str) -> Iterator[str]:
    """Those of `names` of which not every word stands in `text`, be it in another form."""
    said = {word[:_ALIKE] for word in words(text)}
    for name in dict.fromkeys(names):
        if name and not {word[:_ALIKE] for word in words(name)} <= said:
            yield name
