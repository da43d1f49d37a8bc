"""Holds Dockerfile and docker-compose.yml against the project: nothing here runs an engine."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from itertools import takewhile
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from packaging.specifiers import SpecifierSet

import bot.log_setup
import bot.wording.settings
import corpus.source.settings
import index.settings
from bot.cli import elshi
from bot.settings import SETTINGS
from bot.telegram.run import STOP_WITHIN

ROOT = Path(__file__).resolve().parent.parent
DOCKERFILE = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text("utf-8"))
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PREPARE = (ROOT / "tools" / "prepare.sh").read_text("utf-8")
NAMES = {setting.name for setting in SETTINGS} | {name for name, *_ in index.settings.SETTINGS}
NAMES |= {"DATABASE_URL"} | {
    name
    for name, *_ in (
        *corpus.source.settings.SETTINGS,
        *bot.wording.settings.SETTINGS,
        *bot.log_setup.SETTINGS,
    )
}


def instructions(keyword: str, text: str = DOCKERFILE) -> list[str]:
    return re.findall(rf"^{keyword} +(.*)$", text, re.MULTILINE)


def stage(number: int) -> str:
    return re.split(r"^(?=FROM )", DOCKERFILE, flags=re.MULTILINE)[number]


def environment(text: str) -> dict[str, str]:
    words = [word for line in instructions("ENV", text) for word in shlex.split(line)]
    return dict(word.split("=", 1) for word in words)


FINAL = environment(stage(2))


def test_what_is_copied_exists_and_is_not_ignored() -> None:
    shown = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if "!" in line}
    copied = [
        source
        for line in instructions("COPY")
        if "--from" not in line
        for source in [word for word in line.split() if not word.startswith("--")][:-1]
    ]
    assert {"bot", "corpus", "index", "constraints.txt"} <= set(copied)
    for source in copied:
        assert (ROOT / source).exists(), source
        assert {source, source.split("/")[0]} & shown, f"{source} is kept out of the build"


def test_all_layers_are_copied_before_they_are_installed() -> None:
    build = stage(1)
    install = build.index("pip install --no-deps .")
    for package in ("bot", "corpus", "index", "README.md LICENSE"):
        assert build.index(f"COPY {package} ") < install
    assert {PROJECT["readme"], *PROJECT["license-files"]} <= {"README.md", "LICENSE"}


def test_the_python_is_one_that_the_project_supports() -> None:
    (version,) = re.findall(r"ARG PYTHON_VERSION=(\S+)", DOCKERFILE)
    assert version in SpecifierSet(PROJECT["requires-python"])
    assert instructions("FROM") == [
        "python:${PYTHON_VERSION}-slim AS build",
        "python:${PYTHON_VERSION}-slim",
    ]


def test_torch_is_the_pinned_one_and_a_cpu_build() -> None:
    (pin,) = re.findall(r"^torch==.*$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    assert pin in PROJECT["dependencies"]
    (line,) = (line for line in instructions("RUN") if "--no-deps --index-url" in line)
    assert "grep '^torch==' constraints.txt" in line
    assert re.search(r"^ARG TORCH_INDEX=\S+/cpu$", stage(1), re.MULTILINE)


def test_the_requirements_step_names_all_dependencies(tmp_path: Path) -> None:
    (line,) = (line for line in instructions("RUN") if "tomllib" in line)
    command = line.split("&&")[0]
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    written = (tmp_path / "requirements.txt").read_text().splitlines()
    assert written == PROJECT["dependencies"] + PROJECT["optional-dependencies"]["postgres"]


def commands() -> list[list[str]]:
    calls = [match.split() for match in re.findall(r"\belshi\"? ((?:[a-z]+ ?){1,2})", PREPARE)]
    calls += [["index", "model"]] if "elshi index model" in stage(1) else []
    calls += [list(yaml.safe_load(instructions("CMD", stage(2))[-1]))]
    calls += [s["command"] for s in SERVICES.values() if s["command"] and "entrypoint" not in s]
    return [list(takewhile(str.isalpha, call)) for call in calls]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_commands_exist(words: list[str]) -> None:
    command: click.Command = elshi
    for word in words:
        assert isinstance(command, click.Group)
        assert word in command.commands
        command = command.commands[word]
    assert not isinstance(command, click.Group)


def test_the_commands_are_all_found() -> None:
    assert sorted(map(" ".join, commands())) == [
        "bot",
        "bot",
        "corpus import",
        "corpus import",
        "corpus status",
        "corpus sync",
        "index model",
        "index update",
    ]


def test_the_entry_point_is_the_console_script() -> None:
    (entry,) = instructions("ENTRYPOINT")
    assert yaml.safe_load(entry) == list(PROJECT["scripts"])
    assert "/opt/elshi/prepare.sh" in str(SERVICES["prepare"])
    assert "tools/prepare.sh /opt/elshi/prepare.sh" in stage(2)
    assert os.access(ROOT / "tools" / "prepare.sh", os.X_OK)


def test_variables_are_settings_of_the_program() -> None:
    ours = {name for name in FINAL if name.startswith("ELSHI_")}
    for service in SERVICES.values():
        ours |= set(service["environment"]) - {"INBOX", "SAMPLE"}
    assert ours <= NAMES
    assert ours >= NAMES - {"ELSHI_HOME", "ELSHI_MODELS", "ELSHI_SOURCE_CA"}, (
        "what Docker users cannot set"
    )
    for name in ("INBOX", "SAMPLE"):
        assert f"${{{name}:-}}" in PREPARE


def test_the_token_is_needed_and_goes_to_the_bot_alone() -> None:
    holders = [
        name for name, service in SERVICES.items() if "TELEGRAM_BOT_TOKEN" in service["environment"]
    ]
    assert holders == ["bot"]
    assert ":?" in SERVICES["bot"]["environment"]["TELEGRAM_BOT_TOKEN"]
    assert "TOKEN" not in DOCKERFILE


def test_the_model_is_baked_in_where_it_is_looked_for() -> None:
    assert f"ELSHI_MODELS={FINAL['ELSHI_MODELS']} elshi index model" in DOCKERFILE
    assert "COPY --from=build /opt/elshi /opt/elshi" in stage(2)
    assert FINAL["ELSHI_MODELS"].startswith("/opt/elshi/")
    assert SERVICES["prepare"]["environment"]["SAMPLE"] == "/opt/elshi/sample/releases.jsonl"
    assert "COPY corpus/sample/releases.jsonl /opt/elshi/sample/" in stage(2)


def test_the_volume_is_the_data_folder() -> None:
    assert list(COMPOSE["volumes"]) == ["data"]
    assert instructions("VOLUME") == [FINAL["ELSHI_HOME"]]
    for service in SERVICES.values():
        assert service["volumes"] == [f"data:{FINAL['ELSHI_HOME']}", "./inbox:/inbox:ro"]
    assert f"install -d -o elshi -g elshi {FINAL['ELSHI_HOME']}" in stage(2)


def test_nothing_is_reported_to_makers_of_libraries() -> None:
    assert FINAL["ORT_DISABLE_TELEMETRY"] == "1"
    assert "export ORT_DISABLE_TELEMETRY := 1" in (ROOT / "Makefile").read_text()


def test_nothing_runs_as_root_or_with_rights() -> None:
    (user,) = instructions("USER", stage(2))
    assert user == "10001:10001"
    assert "--uid 10001" in stage(2)
    assert stage(2).index("USER") > stage(2).rindex("RUN")
    for service in SERVICES.values():
        assert "user" not in service
        assert service["read_only"] is True
        assert service["tmpfs"] == ["/tmp"]
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "privileged" not in service


def test_every_service_is_limited_and_knows_when_to_restart() -> None:
    assert {name: service["restart"] for name, service in SERVICES.items()} == {
        "prepare": "no",
        "bot": "unless-stopped",
        "update": "unless-stopped",
    }
    for service in SERVICES.values():
        assert service["mem_limit"]
        assert service["cpus"]
        assert service["logging"]["options"]["max-size"]


def test_an_index_is_there_before_the_bot_starts() -> None:
    for name in ("bot", "update"):
        assert SERVICES[name]["depends_on"] == {
            "prepare": {"condition": "service_completed_successfully"}
        }


def test_health_is_asked_where_the_bot_listens() -> None:
    (check,) = instructions("HEALTHCHECK")
    command = yaml.safe_load(check.split("CMD ", 1)[1])
    port = FINAL["ELSHI_LISTEN"].rpartition(":")[2]
    assert command[0] == "python"
    assert f"http://127.0.0.1:{port}/healthz" in command[2]
    assert "/healthz" in (ROOT / "bot" / "telegram" / "intake" / "web.py").read_text("utf-8")
    compile(command[2], "HEALTHCHECK", "exec")
    assert instructions("EXPOSE") == [port]
    assert SERVICES["prepare"]["healthcheck"] == SERVICES["update"]["healthcheck"]


def test_a_stop_leaves_time_for_the_answers_under_way() -> None:
    assert instructions("STOPSIGNAL") == ["SIGTERM"]
    assert int(SERVICES["bot"]["stop_grace_period"].rstrip("s")) > STOP_WITHIN


def test_only_one_service_asks_the_site() -> None:
    assert SERVICES["bot"]["environment"]["ELSHI_SYNC_EVERY"] == "off"
    every = SERVICES["update"]["command"][-1]
    assert every == "${ELSHI_SYNC_EVERY:-5m}"


def test_the_script_is_shell() -> None:
    subprocess.run(["sh", "-n"], input=PREPARE, text=True, check=True)


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A folder with an `elshi` that notes how it is called and says what CORPUS holds."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "elshi"
    script.write_text(
        f'#!/bin/sh\necho "$@" >> {tmp_path}/calls\n'
        '[ "$2" = status ] && printf \'{"releases": %s}\' "$CORPUS"\nexit 0\n'
    )
    script.chmod(0o755)
    return folder


@pytest.mark.parametrize(
    ("filled", "releases", "calls"),
    [
        (False, 0, ["corpus status --json", "corpus import SAMPLE", "index update"]),
        (False, 7, ["corpus status --json", "index update"]),
        (True, 7, ["corpus import INBOX", "corpus status --json", "index update"]),
    ],
)
def test_prepare_takes_the_sample_only_where_nothing_else_is(
    tmp_path: Path, tools: Path, filled: bool, releases: int, calls: list[str]
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    if filled:
        (inbox / "a.txt").touch()
    path = f"{tools}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    environ = {"PATH": path, "CORPUS": str(releases), "INBOX": str(inbox), "SAMPLE": "SAMPLE"}
    subprocess.run([str(ROOT / "tools" / "prepare.sh")], env=environ, check=True)
    said = (tmp_path / "calls").read_text().replace(str(inbox), "INBOX").splitlines()
    assert said == calls
