"""The compiled gazetteer is what its sources say."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "tools"


def test_compiled_file_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    tool = runpy.run_path(str(TOOLS / "build_gazetteer.py"))
    compiled = (ROOT / "index" / "data" / "gazetteer.jsonl").read_text(encoding="utf-8")
    assert "\n".join(tool["compile_lines"]()) + "\n" == compiled


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Франция", "Франция Франции Францию Францией"),
        ("=Того", "Того"),
        ("Китай", "Китай Китая Китаю Китаем Китае"),
        ("Маврикий", "Маврикий Маврикия Маврикию Маврикием Маврикии"),
        ("Афины:p", "Афины Афин Афинам Афинами Афинах"),
        ("Казань:f", "Казань Казани Казанью"),
        ("Гвинея-=Бисау", "Гвинея-Бисау Гвинеи-Бисау Гвинее-Бисау Гвинею-Бисау Гвинеей-Бисау"),
    ],
)
def test_names_decline(name: str, forms: str) -> None:
    decline = runpy.run_path(str(TOOLS / "russian_declension.py"))["decline"]
    assert decline(name) == forms.split()
