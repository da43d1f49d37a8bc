"""The package holds all it needs, and constraints and Makefile agree with pyproject.toml."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINS: dict[str, str] = {
    canonicalize_name(name): pin
    for name, pin in re.findall(
        r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE
    )
}
EXTRAS = PROJECT["optional-dependencies"]
REQUIREMENTS = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a clone")
    return listed.stdout.splitlines()


@pytest.mark.parametrize("line", REQUIREMENTS)
def test_every_requirement_is_pinned_within_its_range(line: str) -> None:
    requirement = Requirement(line)
    assert PINS[canonicalize_name(requirement.name)] in requirement.specifier


def test_pins_are_plain_versions() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert len(PINS) == len([line for line in lines if not line.startswith("#")])
    assert PINS["torch"] == "2.13.0"


def test_what_is_installed_is_what_is_pinned() -> None:
    for name in ("numpy", "faiss-cpu", "onnxruntime", "python-telegram-bot", "sqlalchemy"):
        assert version(name) == PINS[canonicalize_name(name)], "run `make test` to install the pins"


def test_the_wheel_holds_every_file_of_the_layers(tmp_path: Path) -> None:
    kept = [name for name in tracked() if (ROOT / name).is_file()]
    for name in kept:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "."]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("elshi-*.whl")
    packed = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == {name for name in kept if name.startswith(("bot/", "corpus/", "index/"))}


@pytest.mark.parametrize("target", ["run", "test", "lint", "types", "benchmark"])
def test_make_explains_its_targets(target: str) -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.search(rf"^make {target} +\S", said.stdout, re.MULTILINE)


def test_make_says_when_python_is_too_old(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.9" && exit 0\nexit 1\n')
    old.chmod(0o755)
    command = ["make", "-C", str(ROOT), f"PYTHON={old}", f"VENV={tmp_path}/venv", "run"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    assert made.returncode == 2
    assert "needs Python 3.11, 3.12 or 3.13" in made.stderr
    assert "Python 3.9.9" in made.stderr
    assert not (tmp_path / "venv").exists()


@pytest.mark.parametrize("script", [".ci/run", "tools/prepare.sh"])
def test_scripts_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    shell = (ROOT / script).read_text().splitlines()[0].rsplit("/", 1)[1].split()[-1]
    subprocess.run([shell, "-n", script], cwd=ROOT, check=True)


def test_no_file_names_the_machine_it_was_written_on() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|opt/(?:pypi|wheels))\b")
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".py", ".toml", ".txt", ".md", ".yml", ".yaml", ".ftl", ".sh", ""}:
            assert name == "tests/test_packaging.py" or not machine.search(
                path.read_text("utf-8", errors="replace")
            ), name
