"""Russian: how long before the day told of something began; pure."""

from __future__ import annotations

import re

from index.extraction.annotation import Sentence
from index.extraction.russian.clauses import Clause

_COUNTS = {
    "одн": 1, "двумя": 2, "двух": 2, "тремя": 3, "трёх": 3, "трех": 3, "четырьмя": 4,
    "четырёх": 4, "четырех": 4, "пятью": 5, "пяти": 5, "шести": 6, "семи": 7,
}  # fmt: skip
_COUNT = "|".join(_COUNTS)
_EARLIER = re.compile(
    rf"(?<!\w)(?:(?P<one>дн[её]м|сутками|за день|за сутки)|(?P<many>{_COUNT})\s+(?:днями|сутками))"
    r"\s+(?:ранее|раньше|до)(?!\w)"
)
_ENDED = re.compile(
    rf"(?:заверш|законч|окончил)\w*\s+(?:[\w-]+\s+){{0,4}}?(?P<length>{_COUNT})дневн\w+"
)


def days_before(sentence: Sentence, clause: Clause) -> int:
    """Days from the beginning of what a clause tells to the day that it or the release names.

    «Завершил двухдневный визит» on the 5th began on the 4th.
    """
    ended = _ENDED.search(sentence.lowered, clause.start, clause.end)
    if ended is not None:
        return _COUNTS[ended["length"]] - 1
    earlier = _EARLIER.search(sentence.lowered, clause.start, clause.end)
    is_dated = any(clause.start <= date.start < clause.end for date in sentence.dates)
    if earlier is None or is_dated:
        return 0
    return 1 if earlier["one"] else _COUNTS[earlier["many"]]
