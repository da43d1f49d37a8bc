from __future__ import annotations

import json
from importlib.resources import files

import pytest

from corpus.language import detect_language
from corpus.release import Language

SAMPLE = [
    json.loads(line)
    for line in (files("corpus") / "sample" / "releases.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministers met in Astana.", "en"),
        ("Министры встретились в Астане.", "ru"),
        ("Министрлер Астанада кездесті.", "kk"),
        ("Мұрат Нұртілеу принял посла Республики Корея", "ru"),
        ("Компании Boeing и KazTransOil подписали соглашение с Air Astana", "ru"),
        ("", "en"),
        ("2026", "en"),
    ],
)
def test_language_of_a_text(text: str, expected: str) -> None:
    assert detect_language(text) is Language(expected)


@pytest.mark.parametrize("field", ["title", "body"])
def test_language_of_every_release_of_the_sample(field: str) -> None:
    wrong = [row[field] for row in SAMPLE if detect_language(row[field]) != row["lang"]]
    assert wrong == []
