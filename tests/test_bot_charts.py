"""Charts and maps of an answer: what is counted, and pictures that hold it."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.answer import Answer, AnswerKind, Citation, Item, Occasion, Scope
from bot.charts.by import TIMES, By
from bot.charts.chart import can_be_mapped, choices, first_choice, make_chart, make_map
from bot.charts.counts import MOST_BARS, MOST_TIMES, REGIONS, count, fits
from bot.charts.drawing import BACKGROUND, BAR, GREY, INK
from bot.charts.picture import draw
from bot.charts.world import SHADES, bins_of, dots, outlines, project, shade
from bot.engine import PassageEngine
from bot.messages import Texts
from bot.takeaway.rows import rows_of
from corpus.release import Language
from index.places.gazetteer import Gazetteer

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
URL = "https://www.gov.kz/memleket/entities/mfa/press/news/details/1?lang=en"
SOURCE = Citation("1", URL, "A title", NOW, Language.EN, "They came.")
EN = Texts(Language.EN)

dates = (
    st.none()
    | st.dates(
        datetime(2019, 1, 1).date(),  # noqa: DTZ001 - a day has no zone
        datetime(2026, 12, 31).date(),  # noqa: DTZ001
    ).flatmap(
        lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
    )
)
items = st.builds(
    lambda code, when, role: Item(
        code or "An organisation",
        (SOURCE,),
        country=code,
        occasions=tuple(Occasion(SOURCE, date, role=role) for date in when),
    ),
    st.none() | st.sampled_from(sorted(Gazetteer.load().country_codes())),
    st.lists(dates, min_size=1, max_size=4),
    st.sampled_from(["president", "foreign_minister", "ambassador"]),
)


def answer_of(told: list[Item], language: Language = Language.EN) -> Answer:
    scope = Scope(3, NOW, "visits to Astana")
    return Answer("Who?", language, AnswerKind.LIST, "They.", (), scope, 1.0, tuple(told))


def visits(*when: str) -> Answer:
    codes = ("BF", "GH", "KE", "EG", "TR")
    return answer_of(
        [
            Item(code, (SOURCE,), country=code, date=day, role="foreign_minister")
            for code, day in zip(codes, when, strict=False)
        ]
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(items, max_size=30), st.sampled_from(By))
def test_every_row_is_in_a_bar_or_said_to_be_in_none(told: list[Item], by: By) -> None:
    rows = rows_of(answer_of(told)) if told else []
    if not fits(rows, by):
        return
    counted = count(rows, by, EN)
    assert counted.total + counted.rest == len(rows)
    assert len(counted.labels) == len(counted.counts) == len(set(counted.labels))
    assert len(counted.labels) <= (MOST_TIMES if by in TIMES else MOST_BARS)
    if by in TIMES:
        assert counted.counts[0] > 0
        assert counted.counts[-1] > 0
    else:
        assert list(counted.counts) == sorted(counted.counts, reverse=True)


def test_time_has_no_gaps_and_the_finest_that_fits_is_taken() -> None:
    monthly = visits("2024-11-05", "2025-01-03", "2025-02-11")
    assert first_choice(monthly) is By.MONTH
    chart = make_chart(monthly, By.MONTH, NOW)
    assert chart.labels == ("Nov 2024", "Dec 2024", "Jan 2025", "Feb 2025")
    assert chart.counts == (1, 0, 1, 1)
    assert chart.upright
    quarterly = make_chart(visits("2024-11", "2025-01", "2025-02"), By.QUARTER, NOW)
    assert quarterly.labels == ("Q4 2024", "Q1 2025")
    assert first_choice(visits("2019-11-05", "2022", "2025-02-11")) is By.YEAR


def test_what_lacks_a_date_is_told_of() -> None:
    chart = make_chart(visits("2022-01-01", "2023", "2024", "2024-05"), By.YEAR, NOW)
    assert "more" not in chart.source
    undated = answer_of([*visits("2022", "2023", "2024").items, Item("X", (SOURCE,))])
    assert "1 more has no such information" in make_chart(undated, By.YEAR, NOW).source


def test_too_little_makes_no_picture() -> None:
    alone = visits("2024-01-01")
    assert choices(alone) == []
    assert first_choice(alone) is None
    assert not can_be_mapped(alone)
    assert draw(alone, None, NOW, as_map=False) is None
    assert draw(alone, None, NOW, as_map=True) is None
    assert draw(visits("2024", "2024", "2024"), By.MONTH, NOW, as_map=False) is None


def test_the_regions_leave_no_country_out_and_share_only_mexico() -> None:
    gazetteer = Gazetteer.load()
    *parts, last = REGIONS
    members = [code for region in parts for code in gazetteer.region_members(region)]
    assert [code for code in members if members.count(code) > 1] == ["MX"] * 2
    members.extend(gazetteer.region_members(last))
    assert set(members) >= gazetteer.country_codes()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("by", [By.MONTH, By.REGION, By.COUNTRY])
def test_a_chart_is_a_card_of_fixed_width_that_says_its_numbers(language: Language, by: By) -> None:
    answer = visits("2024-11-05", "2025-01-03", "2025-02-11", "2025-02-12", "2025-03-01")
    picture = draw(replace(answer, language=language), by, NOW, as_map=False)
    assert picture is not None
    image = Image.open(io.BytesIO(picture.content))
    assert image.width == 1080
    assert 400 < image.height < 2400
    assert image.text["Description"] == picture.alt  # type: ignore[attr-defined]
    assert " – 1" in picture.alt
    edges = [image.getpixel((x, y)) for x in (0, 1079) for y in range(0, image.height, 7)]
    assert {pixel[:3] for pixel in edges} == {(255, 255, 255)}  # type: ignore[index]


def test_a_map_is_drawn_and_names_those_with_most() -> None:
    answer = visits("2024", "2024", "2025", "2025", "2026")
    picture = draw(answer, None, NOW, as_map=True)
    assert picture is not None
    assert Image.open(io.BytesIO(picture.content)).width == 1080
    assert "Burkina Faso – 1" in picture.alt
    assert make_map(answer, NOW).counts == {"BF": 1, "GH": 1, "KE": 1, "EG": 1, "TR": 1}


@pytest.mark.parametrize(
    "said",
    [
        r"$\frac{$ and $\nosuch$",
        "costs $5",
        "\u202e漢字 😀\n\x00",
        "w" * 300,
        "слово " * 160,
        "\ud800",
    ],
    ids=["formula", "dollar", "letters", "word", "long", "half"],
)
def test_no_text_breaks_a_picture_or_makes_it_long(said: str) -> None:
    answer = visits("2024-11-05", "2025-01-03", "2025-02-11")
    hostile = replace(answer, scope=replace(answer.scope, interpretation=said))
    picture = draw(hostile, By.MONTH, NOW, as_map=False)
    assert picture is not None
    assert Image.open(io.BytesIO(picture.content)).height < 1300


def test_an_organisation_may_have_any_name() -> None:
    named = [Item("X", (SOURCE,), organization=name) for name in ("$_{$", "w" * 90, "B", "\n")]
    picture = draw(answer_of(named), By.COUNTRY, NOW, as_map=False)
    assert picture is not None
    assert Image.open(io.BytesIO(picture.content)).width == 1080


def test_threads_draw_the_same_side_by_side() -> None:
    answer = visits("2024-11-05", "2025-01-03", "2025-02-11", "2025-02-12", "2025-03-01")
    wanted = [By.MONTH, By.COUNTRY, By.REGION] * 3

    def content(by: By) -> bytes:
        picture = draw(answer, by, NOW, as_map=False)
        assert picture is not None
        return picture.content

    alone = list(map(content, wanted))
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(content, wanted)) == alone


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("colour", "least"), [(INK, 7.0), (GREY, 4.5), (BAR, 4.5)])
def test_contrast_is_that_of_wcag(colour: str, least: float) -> None:
    assert (_luminance(BACKGROUND) + 0.05) / (_luminance(colour) + 0.05) >= least


@given(st.integers(1, 500))
def test_shades_grow_with_the_count(most: int) -> None:
    bins = bins_of([most])
    assert bins[0][0] == 1
    assert bins[-1][1] == most
    assert all(one[1] + 1 == two[0] for one, two in pairwise(bins))
    assert all(low <= high for low, high in bins)
    shades = [shade(number, bins) for number in range(1, most + 1)]
    places = [SHADES.index(one) for one in shades if one]
    assert len(places) == most
    assert places == sorted(places)
    assert shade(0, bins) is None


def test_every_country_has_an_outline_or_a_dot() -> None:
    assert {*outlines(), *dots()} >= Gazetteer.load().country_codes() - {"TV"}
    assert not {*outlines()} & {*dots()}


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_the_projection_is_symmetric(longitude: float, latitude: float) -> None:
    x, y = project(longitude, latitude)
    assert isclose(project(-longitude, latitude)[0], -x, abs_tol=1e-12)
    assert isclose(project(longitude, -latitude)[1], -y, abs_tol=1e-12)


def test_the_projection_has_the_published_extent() -> None:
    assert isclose(project(180, 0)[0], 2.70663, abs_tol=1e-4)
    assert isclose(project(0, 90)[1], 1.31737, abs_tol=1e-4)


def test_crimea_is_drawn_as_the_general_assembly_has_it() -> None:
    x, y = project(34.1, 45.3)

    def holds(code: str) -> bool:
        rings = outlines()[code]
        return any(
            min(p[0] for p in ring) < x < max(p[0] for p in ring)
            and min(p[1] for p in ring) < y < max(p[1] for p in ring)
            for ring in rings
            if len(ring) < 60
        )

    assert holds("UA")
    assert not holds("RU")


def test_a_real_answer_is_counted_as_it_is_listed(engine: PassageEngine) -> None:
    answer = engine.answer("Who visited Kazakhstan?")
    chart = make_chart(answer, By.COUNTRY, NOW)
    assert sum(chart.counts) <= len(rows_of(answer))
    assert chart.title == "Visits to Kazakhstan"


def test_the_command_draws_and_refuses(
    answering_home: Path, models: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from bot.cli import elshi
    from bot.errors import BotError

    monkeypatch.setenv("ELSHI_HOME", str(answering_home))
    monkeypatch.setenv("ELSHI_MODELS", str(models))
    output = tmp_path / "visits.png"
    run = CliRunner().invoke(elshi, ["chart", "Who visited Kazakhstan?", "--output", str(output)])
    assert run.exit_code == 0, run.output
    with Image.open(output) as image:
        assert image.width == 1080
    refused = CliRunner().invoke(elshi, ["chart", "Is there tea?", "--output", str(output)])
    assert isinstance(refused.exception, BotError)
