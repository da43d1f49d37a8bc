"""Puts a brief together from a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from weakref import ref

from bot.answer import Citation
from bot.brief.brief import Brief, Line, Part, Section, Subject
from bot.brief.overview import overview_of
from bot.brief.sections import sections_of
from bot.brief.told import told_of
from bot.brief.trade import figures_of
from bot.errors import IndexUnusableError
from bot.messages import Texts
from corpus.provenance import is_invented
from corpus.release import Language, Release
from index.errors import IndexingError
from index.search import Searcher


def make_brief(subject: Subject, language: Language, searcher: Searcher) -> Brief:
    """What the releases of `searcher` tell of `subject`, in `language`. Raises BotError."""
    try:
        told = told_of(subject, searcher, language)
        figures = figures_of(subject, searcher, language)
        newest = searcher.store.newest()
    except IndexingError as error:
        raise IndexUnusableError(str(error)) from error
    texts = Texts(language)
    sections = sections_of(told, figures, texts)
    brief = Brief(
        subject=subject,
        language=language,
        title=texts.text("brief-title", name=subject.name(language)),
        overview=overview_of(told, sections, texts),
        sections=sections,
        releases=searcher.manifest.releases,
        newest=newest,
    )
    read = [source.release for source in told.releases.values()]
    read += [one.source.release for one in figures]
    shown = _checked(brief, read)
    invented = any(is_invented(source.url) for source in _citations(shown))
    return replace(shown, notice=texts.text("sample-notice") if invented else None)


def kept_brief(subject: Subject, language: Language, searcher: Searcher) -> Brief:
    """The same as `make_brief`, drawn up once for all pages that are turned. Raises BotError."""
    return _kept(subject, language, ref(searcher))


@lru_cache(maxsize=64)
def _kept(subject: Subject, language: Language, source: ref[Searcher]) -> Brief:
    # By a weak reference, so that no snapshot outlives the one that took its place.
    searcher = source()
    assert searcher is not None  # noqa: S101 - the caller holds it
    return make_brief(subject, language, searcher)


def _checked(brief: Brief, releases: Iterable[Release]) -> Brief:
    """The brief without any line whose sentences do not stand word for word in `releases`."""
    by_url = {release.url: release for release in releases}

    def stands(source: Citation) -> bool:
        release = by_url.get(source.url)
        return release is not None and source.quote in release.body

    def kept(lines: Iterable[Line]) -> tuple[Line, ...]:
        return tuple(line for line in lines if all(map(stands, line.sources)))

    sections: Mapping[Part, Section] = {
        part: replace(section, lines=kept(section.lines))
        for part, section in brief.sections.items()
    }
    return replace(brief, overview=kept(brief.overview), sections=sections)


def _citations(brief: Brief) -> Iterable[Citation]:
    lines = [*brief.overview, *(line for one in brief.sections.values() for line in one.lines)]
    return (source for line in lines for source in line.sources)
