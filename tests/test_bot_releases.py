"""A release recognised in a text, and told with its versions and events."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from answering import sample_rows
from fakes import FakeEncoder, make_release
from hypothesis import given
from hypothesis import strategies as st
from telegram_html import parse, units

from bot.engine import PassageEngine
from bot.releases.card import card_of, opening
from bot.releases.recognise import How, recognise, recognise_named, shared_runs
from bot.rendering.telegram_release import render_release
from bot.telegram.releases.deep_links import (
    Opening,
    Opens,
    question_payload,
    read_payload,
    release_payload,
)
from corpus.release import Language, Release
from index.build import build
from index.search import Searcher

TALKS = """Talks were held in Astana on 3 June 2025 with the delegation of the neighbouring state.

The Minister of Foreign Affairs of Georgia, Levan Beridze, arrived in Astana on 3 June 2025.

The parties agreed to double trade within five years and to open two more crossing points."""
ПЕРЕГОВОРЫ = """Переговоры прошли в Астане 3 июня 2025 года с делегацией соседнего государства.

Министр иностранных дел Грузии Леван Беридзе прибыл в Астану 3 июня 2025 года."""
STRANGE = (
    "An exhibition of paintings opened on Friday, and visitors can see over a hundred works by "
    "young artists; entry is free until the end of the month, and tours are held each weekend. "
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """A small index: one release in two languages, and another one."""
    releases = [
        make_release("11", TALKS, title="Talks with <Georgia>"),
        make_release("11", ПЕРЕГОВОРЫ, Language.RU, "Переговоры с Грузией"),
        make_release("12", "The ministers met in Astana.", title="Another meeting of ministers"),
    ]
    folder = tmp_path_factory.mktemp("releases") / "index"
    build(releases, "mark", FakeEncoder(), folder)
    return Searcher(folder, FakeEncoder())


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("https://www.gov.kz/memleket/entities/mfa/press/news/details/11?lang=ru", Language.RU),
        ("https://gov.kz/memleket/entities/mfa/press/news/details/11", Language.EN),
        ("https://www.gov.kz/memleket/entities/mfa/press/news/details/11?lang=kk", Language.EN),
        (
            "https://www.gov.kz/memleket/entities/mfa/press/news/details/12?utm_source=x",
            Language.EN,
        ),
    ],
)
def test_an_address_names_its_release(searcher: Searcher, address: str, language: Language) -> None:
    found = recognise_named("Look at this", [address], searcher)
    assert found is not None
    assert (found.how, found.source.release.language) == (How.ADDRESS, language)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.gov.kz/memleket/entities/mfa/press/news/details/99?lang=ru",
        "https://www.gov.kz/memleket/entities/kgk/press/news/details/11?lang=ru",
        "https://example.com/11",
        "https://[::1/details/11",
        "tg://resolve?domain=x",
    ],
)
def test_another_address_names_none(searcher: Searcher, address: str) -> None:
    assert recognise_named("", [address], searcher) is None


def test_a_title_names_its_release(searcher: Searcher) -> None:
    found = recognise_named("⚡\n Talks  with <Georgia>\nmore", [], searcher)
    assert found is not None
    assert found.how is How.TITLE
    assert recognise_named("Talks with", [], searcher) is None


@pytest.mark.parametrize(
    "text",
    [
        TALKS,
        f"⚡️ {TALKS.split(chr(10) * 2)[1]}\n\n@channel #news",
        TALKS.replace("double trade", "triple trade").upper(),
        f"Breaking!\n\n{TALKS.split(chr(10) * 2)[2][:70]}…",
    ],
    ids=["whole", "one paragraph", "changed", "cut off"],
)
def test_a_text_is_recognised_however_it_was_shortened(searcher: Searcher, text: str) -> None:
    found = recognise(text, [], searcher)
    assert found is not None
    assert (found.how, found.source.release.key.id) == (How.TEXT, "11")
    assert found.source.release.language is Language.EN


@pytest.mark.parametrize(
    "text", [STRANGE * 3, "", "…", "The ministers met in Astana.", "\u200b" * 4096]
)
def test_an_unknown_text_is_not_recognised(searcher: Searcher, text: str) -> None:
    assert recognise(text, [], searcher) is None


def test_every_release_of_a_real_index_is_known_by_its_parts(engine: PassageEngine) -> None:
    searcher = engine.searcher()
    for row in sample_rows():
        paragraphs = row["body"].split("\n\n")
        found = recognise("\n".join(["News:", *paragraphs[:1], *paragraphs[2:3]]), [], searcher)
        assert found is not None
        assert found.source.release.url == row["url"]


@given(st.text(max_size=300), st.text(max_size=300))
def test_the_share_of_a_text_is_a_share(text: str, other: str) -> None:
    shared, share = shared_runs(text, other)
    assert 0 <= share <= 1
    assert (share > 0) == (shared > 0)
    assert shared_runs(text, f"{text} {other}")[1] in {0.0, 1.0}


def test_a_card_tells_versions_and_events_with_their_sentences(searcher: Searcher) -> None:
    found = recognise(TALKS, [], searcher)
    assert found is not None
    card = card_of(found.source, searcher, Language.EN)
    assert [one.title for one in card.versions] == ["Переговоры с Грузией"]
    assert card.opening.quote.startswith("Talks were held in Astana")
    assert [(one.kind, one.item.country) for one in card.events] == [("visit", "GE")]
    (page,) = render_release(card, "Before")
    shown, _ = parse(page)
    assert shown.startswith("Before\n\nTalks with <Georgia>, 3 June 2025, in English\n\nTalks were")
    assert (
        "Visit – Levan Beridze, Georgia: foreign minister, 3 June 2025, Astana\nThe Minister"
        in shown
    )
    assert "In other languages:\nПереговоры с Грузией, 3 June 2025, in Russian" in shown


def test_a_card_says_when_the_page_was_changed(searcher: Searcher) -> None:
    (source,) = searcher.store.with_id("12")
    edited = replace(source.release, edited=datetime(2025, 7, 1, tzinfo=UTC))
    (page,) = render_release(card_of(replace(source, release=edited), searcher, Language.EN))
    assert "a change of the page was seen on 1 July 2025" in parse(page)[0]


@pytest.mark.parametrize("language", Language)
def test_a_card_fits_telegram_in_each_language(engine: PassageEngine, language: Language) -> None:
    searcher = engine.searcher()
    for source in searcher.store.latest(Language.RU, 10):
        for page in render_release(card_of(source, searcher, language)):
            assert units(parse(page)[0]) <= 4096


@pytest.mark.parametrize("body", ["", "One.", "Word " * 500, "First. " + "w" * 700 + ". Third."])
def test_an_opening_stands_in_the_body_and_is_short(body: str) -> None:
    assert opening(body) in body
    assert len(opening(body)) <= 600


def test_the_newest_releases_of_a_language_come_first(searcher: Searcher) -> None:
    english = searcher.store.latest(Language.EN, 5)
    assert [source.release.key.id for source in english] == ["11", "12"]
    assert searcher.store.latest(Language.EN, 5, 1) == english[1:]
    assert searcher.store.latest(Language.KK, 5) == []


@pytest.mark.parametrize(
    ("payload", "opens"),
    [
        ("r_1011047", Opening(Opens.RELEASE, "1011047")),
        ("q_AbC-_12345xY", Opening(Opens.QUESTION, "AbC-_12345xY")),
        ("", None),
        ("r_", None),
        ("r_../../etc", None),
        ("r_1\n", None),
        ("q_short", None),
        ("q_" + "A" * 60, None),
        ("r_١٢٣", None),
        ("x_1011047", None),
        ("r_1'; DROP TABLE releases;--", None),
    ],
)
def test_payloads_of_links(payload: str, opens: Opening | None) -> None:
    assert read_payload(payload) == opens


@given(st.from_regex(r"[A-Za-z0-9_-]{8,24}", fullmatch=True))
def test_a_key_comes_back_from_its_link(key: str) -> None:
    assert read_payload(question_payload(key)) == Opening(Opens.QUESTION, key)
    assert len(question_payload(key)) <= 64


@pytest.mark.parametrize(("number", "payload"), [("1011047", "r_1011047"), ("a/b?c=1", None)])
def test_a_release_has_a_payload_where_its_id_is_fit(number: str, payload: str | None) -> None:
    release: Release = make_release(number)
    assert release_payload(release) == payload
