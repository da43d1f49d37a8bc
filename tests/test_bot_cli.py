"""`elshi` as a person and a script call it, in processes of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from answering import BURKINA_FASO, sample_rows
from click.testing import CliRunner

from bot.cli import elshi as elshi_commands

QUESTION = "What did Kazakhstan and Burkina Faso sign in June 2025?"


def elshi(
    home: Path, models: Path, *arguments: str, typed: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `elshi` on the data folder `home`, with `typed` on its standard input."""
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONWARNINGS": "ignore",
        "ELSHI_HOME": str(home),
        "ELSHI_MODELS": str(models),
    }
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        env=environ | variables,
        timeout=120,
        check=False,
    )


def test_from_a_release_to_a_cited_answer(tmp_path: Path, models: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text(BURKINA_FASO, encoding="utf-8")
    assert "1 new" in elshi(tmp_path, models, "corpus", "import", str(release)).stdout
    assert "Releases indexed: 1," in elshi(tmp_path, models, "index", "rebuild").stdout
    assert "up to date" in elshi(tmp_path, models, "index", "update").stdout
    answer = json.loads(elshi(tmp_path, models, "ask", QUESTION, "--json").stdout)
    assert answer["abstained"] is False
    assert answer["citations"][0]["release_id"] == "1011047"


@pytest.mark.parametrize("command", [["ask", "Who?"], ["index", "status"], ["bot"]])
def test_a_failure_is_one_line_and_status_1(
    tmp_path: Path, models: Path, command: list[str]
) -> None:
    run = elshi(tmp_path, models, *command, TELEGRAM_BOT_TOKEN="1:abc")
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "elshi index rebuild" in run.stderr


@pytest.mark.parametrize(
    ("command", "variable", "value"),
    [
        ("bot", "TELEGRAM_BOT_TOKEN", ""),
        ("bot", "TELEGRAM_BOT_TOKEN", "nonsense"),
        ("ask", "ELSHI_HOME", __file__),
    ],
)
def test_a_wrong_variable_is_named_with_status_2(
    answering_home: Path, models: Path, command: str, variable: str, value: str
) -> None:
    arguments = [command, "Who?"] if command == "ask" else [command]
    run = elshi(answering_home, models, *arguments, **{variable: value})
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert variable in run.stderr


def test_chat_answers_line_by_line(answering_home: Path, models: Path) -> None:
    run = elshi(answering_home, models, "chat", typed=f"{QUESTION}\nAnd with Paraguay?\n\n")
    assert run.returncode == 0
    assert "Memorandum of Understanding" in run.stdout
    assert "No sentence of the releases answers this." in run.stdout


def test_chat_may_begin_with_an_example(answering_home: Path, models: Path) -> None:
    run = elshi(answering_home, models, "chat", "--first", QUESTION, typed="\n")
    assert run.returncode == 0
    assert f"? {QUESTION}\n" in run.stdout
    assert run.stdout.count("Memorandum of Understanding") >= 1
    assert "https://www.gov.kz/" in run.stdout


def test_what_a_list_left_out_is_shown_on_request(answering_home: Path, models: Path) -> None:
    question = "Which African presidents have visited Astana?"
    run = elshi(answering_home, models, "ask", question, "--why", "--json")
    near = json.loads(run.stdout)["near_misses"]
    assert any("Burkina Faso" in miss["label"] for miss in near)
    chat = elshi(answering_home, models, "chat", typed=f"{question}\nWhy?\n\n").stdout
    assert chat.index("Left out as near misses") < chat.index("Near misses, left out:")
    assert near[0]["source"]["quote"] in chat
    assert "near_misses" not in json.loads(
        elshi(answering_home, models, "ask", question, "--json").stdout
    )


def test_search_prints_scores_and_links(answering_home: Path, models: Path) -> None:
    run = elshi(answering_home, models, "index", "search", "Burkina Faso", "-k", "1")
    assert "gov.kz" in run.stdout
    assert "lexical" in run.stdout


def test_evaluate_answers_each_question_after_its_history(tmp_path: Path, models: Path) -> None:
    rows = sample_rows()[:3]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    (tmp_path / "releases.jsonl").write_text("\n".join(lines), encoding="utf-8")
    questions = [
        {"qid": "1", "question": rows[0]["title"], "history": []},
        {"qid": "2", "question": "Who?", "history": [rows[1]["title"]]},
    ]
    questions_text = "\n".join(json.dumps(row) for row in questions)
    (tmp_path / "questions.jsonl").write_text(questions_text, encoding="utf-8")
    predictions = tmp_path / "predictions.jsonl"
    run = elshi(tmp_path, models, "evaluate", str(tmp_path), "--predictions", str(predictions))
    assert run.returncode == 0, run.stderr
    answers = [json.loads(line) for line in predictions.read_text("utf-8").splitlines()]
    assert [answer["qid"] for answer in answers] == ["1", "2"]
    assert answers[0]["citations"][0]["url"] == rows[0]["url"]
    assert rows[1]["url"] in {citation["url"] for citation in answers[1]["citations"]}


def test_a_set_that_is_not_there_is_told(tmp_path: Path, models: Path) -> None:
    run = elshi(tmp_path, models, "evaluate", str(tmp_path), "--predictions", "x.jsonl")
    assert run.returncode == 1
    assert "questions.jsonl" in run.stderr


@pytest.mark.parametrize("command", ["ask", "chat", "evaluate"])
def test_languages_are_chosen_by_their_codes(command: str) -> None:
    shown = CliRunner().invoke(elshi_commands, [command, "--help"]).output
    assert "--language [en|ru|kk]" in shown


def test_evaluate_says_what_it_needs() -> None:
    run = CliRunner().invoke(elshi_commands, ["evaluate"])
    assert run.exit_code == 2
    assert "--predictions" in run.output
    assert "--visits" in run.output
