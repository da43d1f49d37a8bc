"""The day that a sentence gives for what a question asks about."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from bot.dates import show_day
from bot.messages import Texts
from bot.passages.concepts import concepts_of
from bot.passages.evidence import Quote
from bot.passages.reading import dates_of
from bot.passages.wanted import Wanted
from bot.query.interpretation import in_time
from bot.question import Question
from index.text.stemming import stems
from index.times.dates import DateMention, Precision, iso

BEFORE, AFTER = 60, 40  # characters around a date whose words say of what it is
BOUND = 3.0  # what a date gains that is the end, or the beginning, that is asked for
ANY_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
CLOCK = re.compile(r"\b\d{1,2}:\d{2}\b")


def day_told(question: Question, wanted: Wanted, quote: Quote) -> str:
    """What the sentence dates it to, a day before a month and a year, or its release's day."""
    release = quote.source.release
    mentions = dates_of(quote.text, release.language, release.published.date())
    kept = [one for one in mentions if not _rule("retracted").search(quote.text[: one.start])]
    exact = [one for one in kept if one.precision in (Precision.DAY, Precision.RANGE)]
    if not kept:
        year = ANY_YEAR.search(quote.text)
        return year.group() if year else show_day(release.day.isoformat(), question.language)
    best = max(exact or kept, key=lambda one: _nearness(one, question, wanted, quote))
    day = _shown(best, question)
    hour = CLOCK.search(quote.text, best.end, best.end + AFTER)
    return f"{day}, {hour.group()}" if hour and _rule("hour").search(question.text) else day


def _shown(mention: DateMention, question: Question) -> str:
    """The day, or of several days the first, the last or all, as is asked for."""
    if mention.precision is not Precision.RANGE:
        return show_day(iso(mention), question.language)
    is_end, is_start = (_rule(f"{name}_asked").search(question.text) for name in ("until", "since"))
    if is_end or is_start:
        day = mention.last if is_end else mention.first
        return show_day(day.isoformat(), question.language)
    return in_time(mention.first, mention.last, Texts(question.language))


def _nearness(mention: DateMention, question: Question, wanted: Wanted, quote: Quote) -> float:
    """How many words of the question stand beside a date, and whether it is the end asked for."""
    language = quote.source.release.language
    ahead = quote.text[max(mention.start - BEFORE, 0) : mention.start]
    behind = quote.text[mention.end : mention.end + AFTER]
    near = 0.0
    for text in (ahead.rpartition(";")[2], behind.partition(";")[0]):
        held = set(stems(text, language)) | concepts_of(text, language)
        near += sum(bool(({word.stem(language)} | word.concepts) & held) for word in wanted.words)
    for bound in ("since", "until"):
        if _rule(f"{bound}_asked").search(question.text) and (
            _rule(f"{bound}_before").search(ahead) or _rule(f"{bound}_after").match(behind)
        ):
            near += BOUND
    return near


@cache
def _rule(name: str) -> re.Pattern[str]:
    content = yaml.safe_load(files("bot.passages").joinpath("days.yaml").read_text("utf-8"))
    return re.compile(content[name], re.IGNORECASE)
