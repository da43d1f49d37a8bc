"""Trade and investments of a subject with Kazakhstan, as the releases give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.brief.brief import Line, Subject
from bot.brief.words import is_since, measures, pattern
from bot.dates import show_date
from bot.messages import Texts
from bot.passages.compose import cite
from bot.passages.concepts import stems_of
from bot.passages.figures import Figure, currency_in, figures_in, names_year
from bot.passages.reading import HOST_COUNTRY, plain_terms
from corpus.release import Language, Release
from index.passage import IndexedRelease
from index.places.gazetteer import Gazetteer
from index.places.mentions import RegionMention
from index.search import Searcher
from index.text.sentences import sentences

GROUPS = ("~trade", "~export", "~import", "~invest")
SCALES = (("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("one", 1))
INVESTMENT = "investment"
SAME = 0.01  # share by which two figures of one thing may differ, being rounded


class Time(StrEnum):
    """What time a figure is of, the plainest first."""

    FULL = "full"
    PART = "part"  # some months of a year
    SINCE = "since"  # all that came together since a year
    NONE = "none"  # the sentence does not say
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure, what it is of, and the sentence of a release that gives it."""

    measure: str
    figure: Figure
    source: IndexedRelease
    sentence: str

    @property
    def of(self) -> tuple[str, int, Time, str]:
        """What has one right value: a measure of a year, or of a part of it."""
        return self.measure, self.figure.year, self.time, self.figure.currency

    @property
    def time(self) -> Time:
        """What time the figure is of, as far as its sentence says; only investments are planned."""
        meant = pattern("planned").search(self.sentence) is not None
        if self.measure == INVESTMENT and meant:
            return Time.PLANNED
        if is_since(self.figure.year, self.sentence):
            return Time.SINCE
        if self.figure.is_part:
            return Time.PART
        return Time.FULL if names_year(self.sentence) else Time.NONE


def figures_of(subject: Subject, searcher: Searcher, language: Language) -> list[Stated]:
    """One figure of each measure and year: full years first, the newest first.

    What was published last holds; of releases that say the same, one in `language` is taken.
    """
    stems = frozenset().union(*map(stems_of, GROUPS))
    numbers = searcher.releases_holding([frozenset({subject.term}), stems])
    sources = searcher.store.releases(numbers).values()
    return chosen([one for source in sources for one in stated_in(source, subject)], language)


def chosen(found: Sequence[Stated], language: Language) -> list[Stated]:
    """Those of `found` that hold, in order, as `figures_of` gives them."""
    best = [_best(found, of, language) for of in dict.fromkeys(one.of for one in found)]
    order, times = list(measures()), list(Time)
    return sorted(
        best,
        key=lambda one: (times.index(one.time), -one.figure.year, order.index(one.measure)),
    )


def figure_line(stated: Stated, texts: Texts) -> Line:
    """What the figure is of, its year, the figure as written, and when that was published."""
    text = texts.text(
        "brief-figure",
        measure=stated.measure,
        year=str(stated.figure.year),
        part=stated.time,
        figure=_amount(stated, texts),
        date=show_date(stated.source.release.published, texts.language),
    )
    source, year = cite(stated.source.release, stated.sentence), str(stated.figure.year)
    return Line(text, (source,), year if stated.time in (Time.FULL, Time.PART) else None)


def _amount(stated: Stated, texts: Texts) -> str:
    """The figure as written, or in the reader's language where the release is in another."""
    figure, language = stated.figure, stated.source.release.language
    # Kazakh amounts stand in cases that do not fit here.
    readable = language is texts.language and language is not Language.KK
    if readable and currency_in(figure.written):
        return figure.written
    name, scale = next(one for one in SCALES if figure.value >= one[1] or one[1] == 1)
    value = round(figure.value / scale, 3)
    whole = int(value) if value == int(value) else value
    return texts.text("brief-amount", value=whole, scale=name, currency=figure.currency)


def _best(found: Sequence[Stated], of: tuple[str, int, Time, str], language: Language) -> Stated:
    """The newest statement; or one in the reader's language that gives the same value."""
    rivals = [one for one in found if one.of == of]
    newest = max(rivals, key=lambda one: (one.source.release.published, one.source.number))
    value = newest.figure.value
    same = [one for one in rivals if abs(one.figure.value - value) <= SAME * value]
    return max(
        same,
        key=lambda one: (one.source.release.language is language, one.source.release.published),
    )


def stated_in(source: IndexedRelease, subject: Subject) -> Iterator[Stated]:
    """The figures that a release gives of `subject` alone."""
    release = source.release
    lead = release.body[: max(release.body.find("\n"), 0)]
    for start, end in sentences(release.body):
        sentence = release.body[start:end]
        if not any(known.search(sentence) for known in measures().values()):
            continue
        paragraph = release.body[release.body.rfind("\n", 0, start) + 1 : start]
        if _is_of(subject, (sentence, paragraph, release.title, lead), release.language):
            yield from _of_sentence(sentence, release, source)


def _of_sentence(sentence: str, release: Release, source: IndexedRelease) -> Iterator[Stated]:
    """The first figure of each measure and year in a sentence."""
    known: set[tuple[str, int, Time, str]] = set()
    measure: str | None = None
    end = 0
    for figure in figures_in(sentence, release.day):
        measure = _measure(sentence[end : figure.start]) or measure
        end = figure.end
        if measure is None:
            measure = _measure(sentence[figure.end :])
        if measure is None or _is_retracted(sentence, figure):
            continue
        stated = Stated(measure, figure, source, sentence)
        if stated.of not in known:
            known.add(stated.of)
            yield stated


def _measure(text: str) -> str | None:
    """What is first named in `text` of what figures are of."""
    found = {name: known.search(text) for name, known in measures().items()}
    places = {name: match.start() for name, match in found.items() if match}
    return min(places, key=lambda name: places[name], default=None)


def _is_retracted(sentence: str, figure: Figure) -> bool:
    before = sentence[max(figure.start - 30, 0) : figure.start]
    after = sentence[figure.end :]
    return bool(pattern("retracted").search(before) or pattern("retracted_after").search(after))


def _is_of(subject: Subject, settings: Iterable[str], language: Language) -> bool:
    """Whether a sentence is about the subject alone, by itself or by where it stands."""
    for place, setting in enumerate(settings):
        named = _named(setting, language)
        if named:
            return named == {subject.term}
        if place == 0 and _names_region(setting, language):
            return False
    return False


def _named(text: str, language: Language) -> frozenset[str]:
    """Keys of the countries that a text names, or else of the organisations."""
    terms = plain_terms(text, language)
    countries = frozenset(t for t in terms if t.startswith("@country:")) - {HOST_COUNTRY}
    return countries or frozenset(t for t in terms if t.startswith("@organization:"))


def _names_region(text: str, language: Language) -> bool:
    return any(isinstance(m, RegionMention) for m in Gazetteer.load().mentions(text, language))
