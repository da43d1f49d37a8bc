"""Reading a question: its language, its topic, what it leans on, the places that it names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.passages.asked import asked_for
from bot.question import question_language, read_question, topic_words
from corpus.release import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Which African foreign ministers visited Astana?", Language.EN),
        ("Какие министры приезжали в Астану?", Language.RU),
        ("товарооборот с Норвегией", Language.RU),
        ("Астанаға қандай министрлер келді?", Language.KK),
        ("Ол кайда болды", Language.KK),
        ("kto iz glav mid byl v kazahstane", Language.RU),
        ("Burkina Faso ministri Astanaga kashan keldi", Language.KK),
        ("ECOSOC 176?", Language.EN),
    ],
)
def test_language_of_a_question(text: str, language: Language) -> None:
    assert question_language(text) is language


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What did Kazakhstan sign with Paraguay?", ("kazakhstan", "sign", "paraguay")),
        ("Где находится посольство?", ("находится", "посольство")),
        ("Олар қайда кездесті?", ("кездесті",)),
        ("??", ()),
    ],
)
def test_topic_leaves_function_words_out(text: str, topic: tuple[str, ...]) -> None:
    assert topic_words(text) == topic


def test_a_short_question_leans_on_the_one_before() -> None:
    first = "Which agreements were signed with Ghana in Accra?"
    question = read_question("And who met him?", (first,), None)
    assert question.lookup == f"{first} And who met him?"
    assert frozenset({"@country:GH"}) in question.guests


def test_another_place_takes_the_place_of_the_earlier_one() -> None:
    earlier = "What did Kazakhstan sign with Paraguay?"
    question = read_question("And with Burkina Faso?", (earlier,), None)
    assert question.guests == (frozenset({"@country:BF"}),)
    assert "sign" in question.topic
    assert "paraguay" not in question.topic


def test_a_full_question_stands_alone() -> None:
    text = "Which documents did Kazakhstan and Brazil sign about agriculture?"
    question = read_question(text, ("Who visited Astana from Ghana?",), None)
    assert question.lookup == text
    assert question.guests == (frozenset({"@country:BR"}),)


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("What was signed with Ghana?", False),
        ("Сколько стоит виза в Перу?", False),
        ("Ганамен неге қол қойылды?", False),
        ("And what was signed with Ghana?", True),
        ("А с Ганой?", True),
        ("Гана ше?", True),
        ("Ghana?", True),
        ("What was signed?", True),
    ],
)
def test_a_short_question_that_says_what_and_of_whom_stands_alone(text: str, leans: bool) -> None:
    earlier = "Which ambassadors were appointed in Norway?"
    assert (read_question(text, (earlier,), None).lookup != text) is leans


@pytest.mark.parametrize(
    "text",
    [
        "What was signed with Burkina Faso?",
        "Что подписали с Буркина-Фасо?",
        "Буркина-Фасомен қандай құжатқа қол қойылды?",
    ],
)
def test_places_are_the_same_in_each_language(text: str) -> None:
    assert read_question(text, (), None).guests == (frozenset({"@country:BF"}),)


def test_the_host_is_no_guest() -> None:
    assert read_question("Who came to Astana in Kazakhstan?", (), None).guests == ()


@pytest.mark.parametrize(
    "text",
    [
        "Мектепке қанша ақша бөлінді?",
        "Қанша ақшаға келісілді?",
        "How much money was given to schools?",
        "Сколько денег выделили школам?",
    ],
)
def test_money_is_no_country(text: str) -> None:
    assert read_question(text, (), None).places == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("How many citizens were evacuated?", {"number"}),
        ("Когда открылось посольство?", {"date"}),
        ("Қандай құжатқа қол қойылды?", {"documents"}),
        ("What is the address of the embassy?", {"address"}),
        ("Where was the agreement signed?", {"place"}),
        ("What was signed when the minister came?", {"documents"}),
        ("How much did the building cost?", {"money"}),
        ("С кем встретился министр?", {"whom"}),
        ("What did they discuss?", {"talks"}),
        ("Tell me about water.", set()),
        ("С кем торговля была выше: с Перу или с Чили?", {"compare", "whom"}),
        ("Куда чаще всего ездили?", {"place", "superlative"}),
        ("Консулдық бөлімнің нөмірі ше?", {"phone"}),
    ],
)
def test_kind_of_thing_asked_for(text: str, kinds: set[str]) -> None:
    assert {kind.name for kind in asked_for(text)} == kinds


@given(st.text(max_size=200))
def test_any_text_is_a_question(text: str) -> None:
    question = read_question(text, (), None)
    assert question.language in Language
    assert all(word == word.lower() for word in question.topic)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ghana", Language.EN),
        ("mali", Language.EN),
        ("Ganadan kim keldi?", Language.KK),
        ("kto priezzhal iz Gany?", Language.RU),
    ],
)
def test_a_name_in_latin_letters_is_no_word_of_another_language(
    text: str, language: Language
) -> None:
    assert question_language(text) is language
