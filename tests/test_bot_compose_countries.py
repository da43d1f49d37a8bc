"""Countries that a sentence lists, as the items of an answer."""

from __future__ import annotations

import pytest
from told import SCOPE, asked, found, told

from bot.answer import AnswerKind
from bot.passages.compose_countries import compose_countries
from corpus.release import Language

SENTENCE = "From June a visa-free regime is introduced for citizens of Bolivia, Chile and Togo."
RUSSIAN = "С июня безвизовый режим вводится для граждан трёх стран: Боливии, Чили и Того."
KAZAKH = "Маусымнан бастап Боливия, Чили және Того азаматтары үшін визасыз режим енгізілді."


@pytest.mark.parametrize(
    ("question", "sentence", "language"),
    [
        ("For which countries was the visa-free regime introduced?", SENTENCE, Language.EN),
        ("Для каких стран введён безвизовый режим?", RUSSIAN, Language.RU),
        ("Қай елдерге визасыз режим енгізілді?", KAZAKH, Language.KK),
    ],
)
def test_each_country_is_an_item_with_the_sentence(
    question: str, sentence: str, language: Language
) -> None:
    quotes = found(question, told(sentence, language=language, title="News"))
    answer = compose_countries(asked(question), quotes, SCOPE)
    assert answer is not None
    assert answer.kind is AnswerKind.LIST
    assert [item.country for item in answer.items] == ["BO", "CL", "TG"]
    assert {source.quote for item in answer.items for source in item.sources} == {sentence}


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is introduced from June for citizens of Bolivia?", SENTENCE),
        ("Which countries did the minister visit?", "The minister visited Peru and Chile in June."),
        (
            "For which countries was the visa-free regime introduced?",
            "From June a visa-free regime is introduced for citizens of five countries.",
        ),
    ],
)
def test_other_questions_and_sentences_make_no_list(question: str, sentence: str) -> None:
    assert compose_countries(asked(question), found(question, told(sentence)), SCOPE) is None
