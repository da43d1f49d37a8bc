"""Names of persons in sentences, and the countries that they stand beside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.passages.persons import persons_in
from corpus.release import Language


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Minister of Foreign Affairs of Peru Juan de la Torre met Anna-Maria Berg in Lima.",
            Language.EN,
            [("Juan de la Torre", {"PE"}), ("Anna-Maria Berg", set())],
        ),
        (
            "Talks with the foreign ministers of Chile and Peru, Pablo Rey and Luz Mar, were held.",
            Language.EN,
            [("Pablo Rey", {"CL"}), ("Luz Mar", {"PE"})],
        ),
        (
            "Посол Индии Радж Мехта вручил письмо министру И. Петрову.",
            Language.RU,
            [("Радж Мехта", {"IN"}), ("И. Петрову", set())],
        ),
        (
            "Үндістан елшісі Радж Мехта Алматыға келді.",
            Language.KK,
            [("Радж Мехта", {"IN"})],
        ),
        ("The Human Rights Council met at Adam Smith University.", Language.EN, []),
        ("Ivan Petrov of Bulgaria spoke first.", Language.EN, [("Ivan Petrov", {"BG"})]),
        ("Nobody spoke.", Language.EN, []),
    ],
)
def test_names_and_their_countries(
    text: str, language: Language, names: list[tuple[str, set[str]]]
) -> None:
    assert [(p.name, set(p.countries)) for p in persons_in(text, language)] == names


@given(st.text(max_size=200), st.sampled_from(Language))
def test_a_name_stands_where_it_says(text: str, language: Language) -> None:
    for person in persons_in(text, language):
        assert text[person.start : person.end] == person.name
