"""The figures of a brief: what they are of, and which one holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from event_tellings import indexed

from bot.brief.brief import Subject, SubjectKind
from bot.brief.trade import chosen, figure_line, stated_in
from bot.messages import Texts
from corpus.release import Language
from index.extraction.event import Party, Role
from index.passage import IndexedRelease

EN, RU, KK = Language.EN, Language.RU, Language.KK
OLDEST = date(2022, 1, 1)
KENYAN = Subject(SubjectKind.COUNTRY, "KE")
ENVOY = Party(Role.FOREIGN_MINISTER, "Arman Seitov", "Minister", "KZ")


@pytest.mark.parametrize(
    ("sentence", "language", "told"),
    [
        ("Trade with Kenya was $12 million in 2024.", EN, [("trade", 12e6, 2024, False)]),
        (
            "Kenya: trade grew from 4 million dollars in 2023 to 5 million in 2024.",
            EN,
            [("trade", 4e6, 2023, False), ("trade", 5e6, 2024, False)],
        ),
        (
            "Trade with Kenya was 12 million dollars in 2024, exports 9 million dollars.",
            EN,
            [("trade", 12e6, 2024, False), ("export", 9e6, 2024, False)],
        ),
        (
            "Товарооборот с Кенией за 2024 год – 133 млн долларов, а не 87 млн долларов.",
            RU,
            [("trade", 133e6, 2024, False)],
        ),
        (
            "За девять месяцев 2025 года импорт из Кении составил 3 млн долларов.",
            RU,
            [("import", 3e6, 2025, True)],
        ),
        ("2024 жылы Кениямен сауда 5 млн доллар болды.", KK, [("trade", 5e6, 2024, False)]),
        ("Trade with Kenya and Uganda was 12 million dollars in 2024.", EN, []),
        ("Trade with Africa was 12 billion dollars in 2024.", EN, []),
        ("A loan of 12 million dollars was granted to Kenya in 2024.", EN, []),
    ],
)
def test_figures_are_told_with_what_they_are_of(
    sentence: str, language: Language, told: list[tuple[str, float, int, bool]]
) -> None:
    source = release_saying(sentence, language)
    found = [
        (one.measure, one.figure.value, one.figure.year, one.figure.is_part)
        for one in stated_in(source, KENYAN)
    ]
    assert found == told


def release_saying(
    sentence: str, language: Language, number: int = 0, published: str = "2025-10-20"
) -> IndexedRelease:
    source = indexed(number, number, published, language)
    release = replace(source.release, title="Meeting", body=f"Meeting held.\n\n{sentence}")
    return replace(source, release=release)


def test_a_later_figure_overrides_an_earlier_one() -> None:
    first = release_saying("Trade with Kenya was 87 million dollars in 2024.", EN, 0)
    later = release_saying("Trade with Kenya was 133 million dollars in 2024.", EN, 1, "2025-10-22")
    stated = [one for source in (later, first) for one in stated_in(source, KENYAN)]
    assert [one.figure.value for one in chosen(stated, EN)] == [133e6]


def test_full_years_stand_before_parts_and_totals() -> None:
    source = release_saying(
        "Trade with Kenya was 5 million dollars in 2023.\n"
        "Trade with Kenya was 9 million dollars in January–March 2025.\n"
        "Kenya has invested 40 million dollars since 2005.\n"
        "Kenya intends to invest 50 million dollars.\n"
        "Trade with Kenya was 6 million dollars in 2024.",
        EN,
    )
    texts = Texts(EN)
    lines = [figure_line(one, texts).text for one in chosen(list(stated_in(source, KENYAN)), EN)]
    assert [line.partition(":")[0] for line in lines] == [
        "trade, 2024",
        "trade, 2023",
        "trade, part of 2025",
        "investment, since 2005",
        "investment, planned",
    ]
