"""Dates of releases and periods of questions in three languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from corpus.release import Language
from index.times.dates import Precision, find_dates, find_periods, iso

EN, RU, KK = Language.EN, Language.RU, Language.KK
PUBLISHED = date(2025, 6, 5)  # a Thursday


@pytest.mark.parametrize(
    ("language", "text", "written", "first", "last"),
    [
        (EN, "Astana, June 3, 2025 – talks", "June 3, 2025", "2025-06-03", "2025-06-03"),
        (EN, "on 12-13 May", "12-13 May", "2025-05-12", "2025-05-13"),
        (EN, "last Friday he", "last Friday", "2025-05-30", "2025-05-30"),
        (EN, "On Thursday, he", "Thursday", "2025-06-05", "2025-06-05"),
        (EN, "in the autumn of 2021", "autumn of 2021", "2021-09-01", "2021-11-30"),
        (EN, "in 2022 they", "2022", "2022-01-01", "2022-12-31"),
        (EN, "last December", "last December", "2024-12-01", "2024-12-31"),
        (EN, "two years ago", "two years ago", "2023-01-01", "2023-12-31"),
        (EN, "30 April to 2 May 2025", "30 April to 2 May 2025", "2025-04-30", "2025-05-02"),
        (RU, "Астана, 31 января 2023 года –", "31 января 2023 года", "2023-01-31", "2023-01-31"),
        (RU, "с 1 по 3 июня", "с 1 по 3 июня", "2025-06-01", "2025-06-03"),
        (RU, "осенью прошлого года", "осенью прошлого года", "2024-09-01", "2024-11-30"),
        (RU, "в прошлом месяце", "прошлом месяце", "2025-05-01", "2025-05-31"),
        (RU, "в мае состоялся", "мае", "2025-05-01", "2025-05-31"),
        (RU, "вчера он", "вчера", "2025-06-04", "2025-06-04"),
        (RU, "03.06.2025 вышло", "03.06.2025", "2025-06-03", "2025-06-03"),
        (KK, "Астана, 2023 жылғы 31 қазан –", "2023 жылғы 31 қазан", "2023-10-31", "2023-10-31"),
        (KK, "2024 жылғы 10–11 сәуірде", "2024 жылғы 10–11 сәуірде", "2024-04-10", "2024-04-11"),
        (KK, "былтыр күзде", "былтыр күзде", "2024-09-01", "2024-11-30"),
        (KK, "бүгін келді", "бүгін", "2025-06-05", "2025-06-05"),
        (KK, "2022 жылы", "2022 жылы", "2022-01-01", "2022-12-31"),
        (KK, "2024 жылдың шілдесінде", "2024 жылдың шілдесінде", "2024-07-01", "2024-07-31"),
        (
            KK,
            "үстіміздегі жылдың мамырында",
            "үстіміздегі жылдың мамырында",
            "2025-05-01",
            "2025-05-31",
        ),
        (KK, "2023–2025 жылдарға", "2023–2025 жылдарға", "2023-01-01", "2025-12-31"),
    ],
)
def test_date_is_read(language: Language, text: str, written: str, first: str, last: str) -> None:
    [mention] = find_dates(text, language, PUBLISHED)
    assert text[mention.start : mention.end] == written
    assert (mention.first, mention.last) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (EN, "the 2030 goals, resolution 2334, 25 Dostyk street, at 14:30"),
        (EN, "ministers may march on"),
        (RU, "с 10:00 до 13:00, дом 25, накануне саммита"),
        (KK, "екі ел, 25 құжат, сағат 14:30"),
    ],
)
def test_other_numbers_are_no_dates(language: Language, text: str) -> None:
    assert find_dates(text, language, PUBLISHED) == []


def test_day_without_year_keeps_both_readings() -> None:
    [mention] = find_dates("on 15 March", EN, PUBLISHED)
    assert mention.first == date(2025, 3, 15)
    assert mention.alternative == (date(2026, 3, 15), date(2026, 3, 15))
    assert mention.relative


@pytest.mark.parametrize(
    ("text", "written"),
    [("on 3 June 2025", "2025-06-03"), ("in June 2025", "2025-06"), ("in autumn 2021", "2021")],
)
def test_iso_is_as_precise_as_the_text(text: str, written: str) -> None:
    [mention] = find_dates(text, EN, PUBLISHED)
    assert iso(mention) == written


@pytest.mark.parametrize("language", list(Language))
@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2030, 12, 31)))
def test_full_dates_of_cldr_are_read(language: Language, day: date) -> None:
    text = f"({format_date(day, 'long', locale=language)})"
    [mention] = find_dates(text, language, PUBLISHED)
    assert (mention.first, mention.last, mention.precision) == (day, day, Precision.DAY)


@given(published=st.dates(date(2001, 1, 1), date(2029, 1, 1)), days=st.integers(-170, 170))
def test_day_without_year_is_the_nearest(published: date, days: int) -> None:
    there = published + timedelta(days=days)
    [mention] = find_dates(f"on {there.day} {there:%B}", EN, published)
    assert mention.first == there or (there.month, there.day) == (2, 29)


@pytest.mark.parametrize(
    ("language", "question", "first", "last"),
    [
        (EN, "Since March 2024, who came?", "2024-03-01", None),
        (EN, "between 2022 and 2025", "2022-01-01", "2025-12-31"),
        (EN, "before June 2024", None, "2024-05-31"),
        (EN, "after 2023?", "2024-01-01", None),
        (EN, "in the first quarter of 2025", "2025-01-01", "2025-03-31"),
        (EN, "who came last autumn", "2024-09-01", "2024-11-30"),
        (EN, "2025?", "2025-01-01", "2025-12-31"),
        (RU, "с марта 2024", "2024-03-01", None),
        (RU, "в первом полугодии 2024", "2024-01-01", "2024-06-30"),
        (RU, "весной 2024-го", "2024-03-01", "2024-05-31"),
        (RU, "за последние два года", "2023-06-05", "2025-06-05"),
        (RU, "v oktyabre 2024", "2024-10-01", "2024-10-31"),
        (KK, "2024 жылдан бері", "2024-01-01", None),
        (KK, "2023 және 2024 жылдары", "2023-01-01", "2024-12-31"),
        (KK, "2025 акпаннан", "2025-02-01", "2025-02-28"),
        (KK, "Astanaga kim keldi 2025 jyly", "2025-01-01", "2025-12-31"),
    ],
)
def test_period_of_a_question(
    language: Language, question: str, first: str | None, last: str | None
) -> None:
    [period] = find_periods(question, language, PUBLISHED)
    assert (period.first, period.last) == (
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
    )


@given(text=st.text(alphabet="0123456789 .,-–/ IJanurymaйгодянвжылқы", max_size=60))
def test_hostile_texts_yield_days_in_order(text: str) -> None:
    for language in Language:
        for mention in find_dates(text, language, PUBLISHED):
            assert 0 <= mention.start < mention.end <= len(text)
            assert mention.first <= mention.last
        for period in find_periods(text, language, PUBLISHED):
            assert 0 <= period.start < period.end <= len(text)
