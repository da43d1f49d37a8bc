from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from govkz import NEWEST, Article, GovKz, article, articles, gov_kz
from sqlalchemy.orm import Session, sessionmaker

from corpus.release import Language, Release
from corpus.source.gov_kz import open_gov_kz
from corpus.source.settings import SourceSettings, TransportName
from corpus.store import Change, iterate, versions
from corpus.sync import Options, SyncResult, sync

ALL = tuple(Language)
EVER = Options(window=timedelta(days=3650))


@pytest.fixture
def site() -> Iterator[GovKz]:
    with gov_kz(articles(130)) as found:
        yield found


def run(
    sessions: sessionmaker[Session],
    site: GovKz,
    home: Path,
    languages: Sequence[Language] = ALL,
    options: Options = EVER,
    transport: TransportName = TransportName.GRAPHQL,
) -> SyncResult:
    settings = SourceSettings(site.url, transport, pause=0)
    with open_gov_kz(settings, "mfa", "news", home, sleep=lambda _: None) as source:
        return sync(sessions, source, languages, options, lambda *_: None)


def all_of(sessions: sessionmaker[Session]) -> list[Release]:
    with sessions() as session:
        return list(iterate(session))


def ids(sessions: sessionmaker[Session], language: Language = Language.RU) -> set[str]:
    return {r.key.id for r in all_of(sessions) if r.language is language}


def listed(site: GovKz) -> set[str]:
    return {a.id for a in site.articles}


@pytest.mark.parametrize("transport", TransportName)
def test_first_run_takes_the_whole_history(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path, transport: TransportName
) -> None:
    result = run(sessions, site, tmp_path, transport=transport)
    assert result.changes[Change.NEW] == 390
    assert {x: len(ids(sessions, x)) for x in Language} == dict.fromkeys(Language, 130)
    assert result.requests == site.requests == 12  # three pages and the empty one, three times
    one = next(r for r in all_of(sessions) if r.key.id == "900007" and r.language is Language.KK)
    assert one.url == f"{site.url}/memleket/entities/mfa/press/news/details/900007?lang=kk"
    assert one.body == (
        "Тараптар кездесуде сауда мен көлік мәселелерін талқылады 7.\n\nЫнтымақтастық кездесуі."
    )
    assert not site.overlapping


def test_second_run_reads_until_all_is_known(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    run(sessions, site, tmp_path)
    site.requests = 0
    result = run(sessions, site, tmp_path, options=Options(window=timedelta(0)))
    assert site.requests == 3
    assert result.changes[Change.SAME] == 150
    assert sum(result.changes.values()) == 150


def test_every_kind_of_change_is_found(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    gone_before = site.articles.pop(30)
    run(sessions, site, tmp_path)
    site.articles.append(gone_before)
    run(sessions, site, tmp_path)
    site.articles.remove(gone_before)
    assert run(sessions, site, tmp_path).changes[Change.VANISHED] == 3
    site.articles.append(gone_before)
    site.articles.insert(0, article(500, NEWEST + timedelta(hours=1)))
    site.articles[5].body["ru"] = "<p>Стороны обсудили другой вопрос на встрече.</p>"
    vanished = site.articles.pop(60)
    result = run(sessions, site, tmp_path)
    assert result.changes == {
        Change.NEW: 3,
        Change.CHANGED: 1,
        Change.VANISHED: 3,
        Change.RESTORED: 3,
        Change.SAME: result.changes[Change.SAME],
    }
    assert vanished.id not in ids(sessions)
    assert ids(sessions) == listed(site)
    with sessions() as session:
        changed = next(r for r in all_of(sessions) if "другой вопрос" in r.body)
        assert len(versions(session, changed.key)) == 2


@pytest.mark.parametrize("place", [0, 24, 49, 50, 51, 99, 100, 129])
def test_what_vanishes_is_noticed_wherever_it_stood(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path, place: int
) -> None:
    run(sessions, site, tmp_path, (Language.RU,))
    site.articles.pop(place)
    assert run(sessions, site, tmp_path, (Language.RU,)).changes[Change.VANISHED] == 1
    assert ids(sessions) == listed(site)


def test_what_moves_over_a_border_while_pages_are_read_has_not_vanished(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    run(sessions, site, tmp_path, (Language.RU,))

    def lose_one(rows: list[dict[str, object]]) -> list[dict[str, object]]:
        site.articles.pop(3)  # behind the first page's back: the 51st moves up to be the 50th
        return rows

    site.faults.append(lose_one)
    run(sessions, site, tmp_path, (Language.RU,))
    assert listed(site) <= ids(sessions)
    run(sessions, site, tmp_path, (Language.RU,))
    assert ids(sessions) == listed(site)


def test_walk_goes_on_where_it_broke_off(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    settings = SourceSettings(site.url, pause=0)
    for _ in range(9):
        with open_gov_kz(settings, "mfa", "news", tmp_path, lambda _: None) as source:

            def stop(_language: Language, items: int) -> None:
                if items > 60:
                    raise KeyboardInterrupt

            try:
                sync(sessions, source, ALL, EVER, stop)
            except KeyboardInterrupt:
                continue
    run(sessions, site, tmp_path)
    assert {x: ids(sessions, x) for x in Language} == dict.fromkeys(Language, listed(site))


def test_since_reads_no_further_back(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    options = Options(since=NEWEST - timedelta(days=2))
    run(sessions, site, tmp_path, (Language.EN,), options)
    assert site.requests == 1
    run(sessions, site, tmp_path, (Language.EN,))
    assert ids(sessions, Language.EN) == listed(site)


def test_text_under_another_label_gives_way_to_the_right_one(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    copied: Article = site.articles[0]
    copied.title["kk"], copied.body["kk"] = copied.title["ru"], copied.body["ru"]
    only = site.articles[1]
    only.title |= {"kk": only.title["ru"], "ru": None}
    only.body |= {"kk": only.body["ru"], "ru": None}
    result = run(sessions, site, tmp_path)
    assert result.mislabelled == 2
    assert ids(sessions) == listed(site)
    assert run(sessions, site, tmp_path).changes[Change.VANISHED] == 0


def test_missing_language_version_is_no_error(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    site.articles[2].title["en"] = site.articles[2].body["en"] = None
    result = run(sessions, site, tmp_path)
    assert result.empty == 1
    assert len(ids(sessions, Language.EN)) == 129
    site.articles[3].title["en"] = site.articles[3].body["en"] = None
    assert run(sessions, site, tmp_path).changes[Change.VANISHED] == 1


def test_list_that_is_suddenly_empty_is_not_believed(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    run(sessions, site, tmp_path)
    site.articles.clear()
    result = run(sessions, site, tmp_path)
    assert len(result.troubles) == 3
    assert len(ids(sessions)) == 130


def test_same_page_forever_is_told(
    sessions: sessionmaker[Session], site: GovKz, tmp_path: Path
) -> None:
    site.ignores_page = True
    result = run(sessions, site, tmp_path)
    assert len(result.troubles) == 3
    assert "same page again" in result.troubles[0]
    assert site.requests == 6
    assert len(ids(sessions)) == 50
