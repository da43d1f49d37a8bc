"""Holds README.md, ARCHITECTURE.md and CHANGELOG.md to the program."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

import bot.log_setup
import bot.page.settings
import bot.wording.settings
import corpus.source.settings
import index.settings
from bot.cli import elshi
from bot.settings import SETTINGS
from corpus.dates import read_time
from corpus.provenance import is_invented

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SEED = ROOT.parent / "shared" / "seed"

VARIABLE = re.compile(r"(?:ELSHI|TELEGRAM|EMBEDDING|DATABASE)_[A-Z_]+")
DOCUMENTED = {
    *((s.name, s.default, s.meaning) for s in SETTINGS),
    *index.settings.SETTINGS,
    *corpus.source.settings.SETTINGS,
    *bot.wording.settings.SETTINGS,
    *bot.log_setup.SETTINGS,
    *bot.page.settings.SETTINGS,
}


def table(heading: str) -> list[list[str]]:
    """The cells of the rows under the header that starts with `heading`."""
    lines = README[README.index(f"| {heading} |") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def variables_read() -> set[str]:
    """Names of environment variables among the strings of the program."""
    return {
        node.value
        for layer in ("corpus", "index", "bot")
        for path in (ROOT / layer).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and VARIABLE.fullmatch(node.value)
    }


def leaves(command: click.Command, *names: str) -> Iterator[str]:
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from leaves(child, *names, name)
    else:
        yield " ".join(names)


def test_the_table_of_settings_is_complete() -> None:
    names = [row[0].strip("`") for row in table("variable")]
    assert sorted(names) == sorted(variables_read())
    assert len(DOCUMENTED) >= 27


@pytest.mark.parametrize(("name", "default", "meaning"), sorted(DOCUMENTED))
def test_a_setting_is_told_as_the_program_has_it(name: str, default: str, meaning: str) -> None:
    (row,) = (row for row in table("variable") if row[0] == f"`{name}`")
    assert row[1].strip("`") == default
    assert row[2] == meaning


def test_every_command_is_in_the_table() -> None:
    told = {" ".join(re.findall(r"(?<= )[a-z]+", row[0])) for row in table("command")}
    assert told == set(leaves(elshi))


def test_both_commands_come_before_anything_else() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for target in re.findall(r"\bmake ([a-z]+)", README):
        assert target in targets
    assert README.index("make run ") < README.index("make test ") < README.index("@BotFather")


def test_pythons_are_those_of_the_project() -> None:
    assert PROJECT["requires-python"] == ">=3.11,<3.14"
    assert "Python 3.11, 3.12 or 3.13" in README


def test_links_to_files_lead_somewhere() -> None:
    for text in (README, ARCHITECTURE):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (ROOT / target).exists(), target


def test_files_that_are_named_exist() -> None:
    named = re.findall(r"`((?:bot|corpus|index|tests|tools)/[\w./]*)`", README + ARCHITECTURE)
    assert len(named) > 20
    for name in named:
        assert (ROOT / name).exists(), name


def test_the_form_of_a_date_is_read() -> None:
    assert "DD.MM.YYYY HH:MM:SS" in README
    assert read_time("03.06.2025 17:05:00") is not None


def test_the_example_quotes_a_real_release_word_for_word() -> None:
    block = README.split("```")[1]
    quote = re.sub(r"\s+", " ", re.findall(r"\n> (.+?)\n(?! )", block, re.DOTALL)[-1])
    (address,) = re.findall(r"https://\S+", block)
    assert quote.startswith("The talks resulted in")
    assert not is_invented(address)
    if not SEED.is_dir():
        pytest.skip("the real release is not here")
    text = "".join(path.read_text("utf-8") for path in SEED.glob("*.txt"))
    assert quote in re.sub(r"\s+", " ", text)
    assert address in text


def test_the_changelog_tells_of_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## \[{re.escape(PROJECT['version'])}\]", changelog, re.MULTILINE)
