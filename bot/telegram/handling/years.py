"""The question of an answer, asked of another year. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Answer
from bot.dates import show_day
from bot.messages import Texts
from bot.telegram.storage.asked import Asked

_YEAR = re.compile(r"(?<!\d)(?:199|20\d)\d(?!\d)")
_FIRST = 1991  # the ministry was founded in that year


def neighbouring_years(answer: Answer) -> Sequence[str]:
    """The years before and after the one that is asked about; none unless it is just one."""
    texts, read_as = Texts(answer.language), answer.scope.interpretation
    years = {*_YEAR.findall(answer.question), *_YEAR.findall(read_as)}
    if len(years) != 1 or answer.scope.newest is None:
        return ()
    year = int(years.pop())
    since = texts.text("read-since", first=show_day(f"{year}-01-01", answer.language))
    until = texts.text("read-until", last=show_day(f"{year}-12-31", answer.language))
    if since in read_as or until in read_as:
        return ()
    near = (year - 1, year + 1)
    return tuple(str(one) for one in near if _FIRST <= one <= answer.scope.newest.year)


def in_year(asked: Asked, year: str) -> Asked:
    """What was asked, with `year` in the place of its own.

    Where the question names none itself, it is followed up by one that does.
    """
    if _YEAR.search(asked.question):
        return replace(asked, question=_YEAR.sub(year, asked.question))
    follow_up = Texts(asked.language).text("follow-up-year", year=year)
    return replace(asked, question=follow_up, history=(*asked.history, asked.question))
