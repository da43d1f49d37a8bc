"""Patterns for dates in three languages, made of the words and phrases in `data/dates.yaml`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from corpus.release import Language
from index.text.transliteration import PLAIN_LETTERS

_RANGE = r"(?: ?[-–—‑−] ?| to | and | till | until | through | и | және | жане | мен | бен | пен )"
# Years that "and" lists are one stretch only where they follow each other.
_YEARS = (
    r"(?:(?: ?[-–—‑−] ?| to | till | until | through | по )"
    r"|(?P<listed> and | и | және | жане | мен ))"
)
_NUMERIC = (
    r"{D}\.(?P<n>0[1-9]|1[0-2])\.{Y4}",
    r"(?P<y>20\d\d)-(?P<n>0[1-9]|1[0-2])-(?P<d>[0-3]\d)",
)
_DAY = r"(?<![\d.,:/№])(?P<{0}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?<![\d.,:/№])(?P<{0}>(?:19|20)\d\d)(?!\d)"


@dataclass(frozen=True, slots=True)
class Gate:
    """Stems that a text with a kind of date must hold one of, and where they stand."""

    stems: tuple[str, ...]
    marks: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DatePattern:
    """A kind of date and the source of the expression that finds it."""

    kind: str
    source: str
    gate: Gate

    @property
    def expression(self) -> re.Pattern[str]:
        """Finds dates of the kind; groups are named by what they hold. Compiled at first use."""
        return _compile(self.source)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Everything that one language has for dates."""

    patterns: tuple[DatePattern, ...]
    months: tuple[re.Pattern[str], ...]
    weekdays: tuple[re.Pattern[str], ...]
    seasons: dict[int, re.Pattern[str]]
    units: dict[str, re.Pattern[str]]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    days: tuple[tuple[re.Pattern[str], int], ...]
    bounds_before: dict[str, re.Pattern[str]]
    bounds_after: dict[str, re.Pattern[str]]
    now: re.Pattern[str]


@lru_cache(maxsize=3)
def date_words(language: Language) -> DateWords:
    """The compiled words of the language, as releases use them."""
    return _compiled(_data(), language, question=False)


@lru_cache(maxsize=3)
def question_date_words(language: Language) -> DateWords:
    """The same with what questions leave out; Kazakh without its own letters."""
    data = _data()
    if language is Language.KK:
        data = json.loads(json.dumps(data, ensure_ascii=False).translate(PLAIN_LETTERS))
        data["seasons"]["kk"] = {int(n): word for n, word in data["seasons"]["kk"].items()}
    return _compiled(data, language, question=True)


def _compiled(data: dict[str, Any], language: Language, *, question: bool) -> DateWords:
    ending = data["month_endings"][language]
    months = data["months"][language]
    words = {
        "months": months,
        "weekdays": data["weekdays"][language],
        "seasons": data["seasons"][language],
        "units": data["units"][language],
    }
    holes = _holes(data, language, words)
    listed = list(data["patterns"][language].items())
    listed += list(data["loose"][language].items()) if question else []
    gates = {kind: _gate(stems) for kind, stems in data["gates"][language].items()}
    sources = [
        (kind, _fill(template, holes)) for kind, templates in listed for template in templates
    ]
    sources.append(("offset", "(?P<offset>" + "|".join(data["days"][language]) + ")"))
    sources += [("numeric", _fill(form, holes)) for form in _NUMERIC]
    patterns = [DatePattern(kind, source, gates[kind]) for kind, source in sources]
    return DateWords(
        patterns=tuple(patterns),
        months=tuple(_compile(f"(?:{month}){ending}") for month in months),
        weekdays=tuple(_compile(day) for day in words["weekdays"]),
        seasons={number: _compile(word) for number, word in words["seasons"].items()},
        units={unit: _compile(word) for unit, word in words["units"].items()},
        numbers=data["numbers"][language],
        ordinals={str(key): value for key, value in data["ordinals"][language].items()},
        days=tuple(
            (re.compile(word.split("(?")[0], re.IGNORECASE), offset)
            for word, offset in data["days"][language].items()
        ),
        bounds_before=_bounds(data["bounds"][language], r"(?<!\w){}\s+$"),
        bounds_after=_bounds(data["bounds_after"][language], r"^\s*{}"),
        now=re.compile(data["now"], re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    text = resources.files("index.data").joinpath("dates.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    return loaded


def _holes(data: dict[str, Any], language: Language, words: dict[str, Any]) -> dict[str, str]:
    months = "|".join(words["months"])
    month = f"(?:{months}){data['month_endings'][language]}" + r"\b\.?"
    number = "|".join(data["numbers"][language]) + r"|\d{1,2}"
    ordinal = "|".join(sorted(map(str, data["ordinals"][language]), key=len, reverse=True))
    return {
        "{-}": _RANGE,
        "{--}": _YEARS,
        "{D}": _DAY.format("d"),
        "{D1}": _DAY.format("d1"),
        "{D2}": _DAY.format("d2"),
        "{M}": f"(?P<m>{month})",
        "{M1}": f"(?P<m1>{month})",
        "{M2}": f"(?P<m2>{month})",
        "{ML}": f"(?P<m>(?:{months})"
        + r"(?:[дт]а(?:ғы)?|[дт]е(?:гі)?|нда|нде|ға|ге|га|қа|ке|ка|нан|нен|дан|ден|тан|тен)\b)",
        "{Y}": _YEAR.format("y"),
        "{Y1}": _YEAR.format("y1"),
        "{Y2}": _YEAR.format("y2"),
        "{Y4}": r"(?P<y>20\d\d)(?!\d)",
        "{S}": "(?P<s>" + "|".join(words["seasons"].values()) + r")\b",
        "{W}": "(?P<w>" + "|".join(words["weekdays"]) + r")\b",
        "{N}": f"(?P<count>{number})",
        "{U}": "(?P<u>" + "|".join(words["units"].values()) + ")",
        "{O}": f"(?P<o>{ordinal})",
        "{Q}": "(?P<q>q[1-4])",
        "{H}": "(?P<h>h[12])",
    }


def _gate(stems: list[str]) -> Gate:
    digits = tuple("0123456789") if "#" in stems else ()
    words = [re.escape(stem) for stem in stems if stem != "#"] + ([r"\d+"] if digits else [])
    return Gate((*digits, *(s for s in stems if s != "#")), re.compile("|".join(words)))


def _fill(template: str, holes: dict[str, str]) -> str:
    for hole, filling in holes.items():
        template = template.replace(hole, filling)
    return template


@lru_cache(maxsize=512)
def _compile(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{expression})(?!\w)", re.IGNORECASE)


def _bounds(words: dict[str, str], frame: str) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(frame.format(word), re.IGNORECASE) for kind, word in words.items()}
