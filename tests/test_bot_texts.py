from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot.dates import show_date, show_day, show_time
from bot.messages import Texts
from bot.telegram.commands import GROUPS, OWNER, PRIVATE
from bot.telegram.conversation.pages import EXAMPLES, PAGES
from corpus.release import Language

BOT = Path(__file__).parents[1] / "bot"
MOMENT = datetime(2025, 6, 3, 20, 30, tzinfo=UTC)


class Variables(visitor.Visitor):
    """Collects the names of the variables in a message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.found.add(node.id.name)


def messages(language: Language) -> dict[str, set[str]]:
    resource = FluentParser().parse((BOT / "texts" / f"{language}.ftl").read_text("utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    found = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.found
    return found


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_languages_have_the_same_messages_and_variables(language: Language) -> None:
    assert messages(language) == messages(Language.EN)


def test_every_text_used_exists_and_every_text_is_used() -> None:
    files = [*BOT.rglob("*.py"), *BOT.rglob("*.html")]
    source = "\n".join(path.read_text("utf-8") for path in files)
    known = set(messages(Language.EN))
    asked_for = set(re.findall(r"(?:\btext|reply_text)\(\s*(?:update, )?\"([a-z0-9-]+)\"", source))
    assert len(asked_for) > 20
    assert asked_for <= known
    made = {f"command-{name}" for name in PRIVATE + GROUPS + OWNER}
    made |= {f"button-{name}" for name in PAGES if name != "start"}
    made |= {f"{name}-label" for name in EXAMPLES}
    assert made <= known
    assert not [name for name in known - made if f'"{name}"' not in source]


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        (Language.EN, 1, "Searched: 1 release"),
        (Language.EN, 5021, "Searched: 5,021 releases"),
        (Language.RU, 1, "Просмотрен 1 релиз"),
        (Language.RU, 3, "Просмотрено 3 релиза"),
        (Language.RU, 11, "Просмотрено 11 релизов"),
        (Language.RU, 5021, "Просмотрен 5\xa0021 релиз"),
        (Language.KK, 1, "1 релиз қаралды"),
        (Language.KK, 5021, "5\xa0021 релиз қаралды"),
    ],
)
def test_plurals(language: Language, count: int, expected: str) -> None:
    assert Texts(language).text("scope-searched", releases=count) == expected


@pytest.mark.parametrize("language", Language)
def test_texts_fit_telegram(language: Language) -> None:
    texts = Texts(language)
    assert len(texts.text("description")) <= 512
    assert len(texts.text("short-description")) <= 120
    for name in PRIVATE:
        assert 3 <= len(texts.text(f"command-{name}")) <= 256
    for alert in ("outdated-buttons", "not-your-buttons"):
        assert len(texts.text(alert)) <= 200
    assert len(texts.text("not-allowed", id="-1001234567890")) <= 200
    for label in ("help", "language", "about", "privacy", "back", "language-auto"):
        assert len(texts.text(f"button-{label}")) <= 20


def test_text_wrong_use() -> None:
    with pytest.raises(LookupError):
        Texts(Language.EN).text("no-such-text")
    with pytest.raises(ValueError, match="reference"):
        Texts(Language.EN).text("error")


@pytest.mark.parametrize(
    ("language", "day", "month", "minute"),
    [
        (Language.EN, "4 June 2025", "June 2025", "4 June 2025, 01:30"),
        (Language.RU, "4 июня 2025\u202fг.", "июнь 2025\u202fг.", "4 июня 2025\u202fг., 01:30"),
        (
            Language.KK,
            "2025\u202fж. 4 маусым",
            "2025\u202fж. маусым",
            "2025\u202fж. 4 маусым, 01:30",
        ),
    ],
)
def test_dates_in_astana_time(language: Language, day: str, month: str, minute: str) -> None:
    assert show_date(MOMENT, language) == show_day("2025-06-04", language) == day
    assert show_day("2025-06", language) == month
    assert show_time(MOMENT, language) == minute


@pytest.mark.parametrize("day", ["2025", "2025-13", "2025-02-30", "early June", ""])
def test_show_day_leaves_what_is_no_date(day: str) -> None:
    assert show_day(day, Language.RU) == day
