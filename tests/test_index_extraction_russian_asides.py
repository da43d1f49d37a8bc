"""Visits in Russian told aside: dates in brackets, what others report, what is no name."""

from __future__ import annotations

import pytest
from russian_visits import ASTANA, visits


def _told(text: str) -> list[tuple[object, ...]]:
    found = visits(ASTANA + text)
    return [(a.party.country, a.party.person, a.city, a.when, a.status.value) for a in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "За последние годы в Астане побывали главы МИД Перу (апрель 2023 года) и Чили (июль "
            "2022 года).",
            [
                ("PE", None, "Astana", "2023-04", "past_mention"),
                ("CL", None, "Astana", "2022-07", "past_mention"),
            ],
        ),
        (
            "За минувшие годы в Астану приезжали министр иностранных дел Перу (июнь 2022 года) и "
            "министр иностранных дел Чили (ноябрь 2022 года).",
            [
                ("PE", None, "Astana", "2022-06", "past_mention"),
                ("CL", None, "Astana", "2022-11", "past_mention"),
            ],
        ),
        (
            "В связи с появившимися в ряде СМИ сообщениями о том, что глава МИД Перу прибыл в "
            "Астану, министерство сообщает следующее.",
            [("PE", None, "Astana", None, "denied")],
        ),
    ],
)
def test_asides_tell_of_visits(text: str, expected: list[object]) -> None:
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "В Астану прибыл министр иностранных дел Перу. Приняты Астанинское заявление и план.",
        "В Астану прибыл министр иностранных дел Перу. С ним прибыли люди АО «Промтехника».",
    ],
)
def test_what_only_begins_with_capitals_is_nobody(text: str) -> None:
    assert {person for _, person, *_ in _told(text)} == {None}
