"""Which read visits count as right, and what is made of the counts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BotError
from bot.evaluation.evaluate_visits import (
    differences,
    report_to_json,
    report_to_lines,
    score_visits,
)
from bot.evaluation.visit_scores import HAPPENED, Share, VisitRow, details, matched, share
from corpus.release import Language

ROW = VisitRow(
    *("1", Language.EN, "KE", "foreign_minister", (), "Astana", "KZ", "took_place"),
    *("2024-05-14", None, None, "Amina Mwangi", "official", False, "She arrived in Astana."),
)
ROWS = st.builds(
    replace,
    st.just(ROW),
    who=st.sampled_from(["KE", "JP"]),
    role=st.sampled_from(["foreign_minister", "president"]),
    city=st.sampled_from([None, "Astana"]),
    status=st.sampled_from(["took_place", "past_mention", "planned"]),
    when=st.sampled_from([None, "2024", "2024-05-14"]),
)


@pytest.mark.parametrize(
    ("changes", "right"),
    [
        ({}, True),
        ({"person": None, "form": None, "first_ever": True}, True),
        ({"who": "JP"}, False),
        ({"role": "president"}, False),
        ({"city": "Almaty"}, False),
        ({"city": None}, False),
        ({"status": "past_mention"}, False),
        ({"when": "2024-05"}, False),
        ({"when": None}, False),
        ({"when": "2024-05-13", "first": date(2024, 5, 13), "last": date(2024, 5, 15)}, True),
        ({"when": "2024-05-15", "first": date(2024, 5, 15), "last": date(2024, 5, 16)}, False),
    ],
    ids=str,
)
def test_what_counts(changes: dict[str, object], right: bool) -> None:
    pairs = matched([ROW], [replace(ROW, **changes)])  # type: ignore[arg-type]
    assert any(pair.is_right for pair in pairs) is right


@pytest.mark.parametrize(
    ("gold", "read", "right"),
    [("2024", "2024-05-14", True), ("2024-05", "2024-06-01", False), (None, "2024", False)],
)
def test_a_date_more_precise_than_wanted(gold: str | None, read: str, right: bool) -> None:
    (pair,) = matched([replace(ROW, when=gold)], [replace(ROW, when=read)])
    assert pair.is_right is right


def test_a_set_that_knows_only_the_country() -> None:
    (pair,) = matched([replace(ROW, city=None)], [ROW])
    assert pair.is_right


def test_a_row_is_used_once() -> None:
    pairs = matched([ROW], [ROW, ROW])
    assert share(pairs) == Share(1, 2, 1, 1)
    assert (share(pairs).precision, share(pairs).recall) == (0.5, 1.0)


def test_two_offices_are_one_row_that_is_found_for_both() -> None:
    gold = [ROW, replace(ROW, role="prime_minister"), replace(ROW, role="speaker")]
    pairs = matched(gold, [replace(ROW, other_roles=("prime_minister",))])
    assert share(pairs) == Share(right=1, read=1, found=2, gold=3)


@pytest.mark.parametrize(
    ("person", "same"), [("Mwangi", 1.0), ("A. Otieno", 0.0), (None, 0.0), ("Amina Mwangi", 1.0)]
)
def test_a_part_of_a_name_will_do(person: str | None, same: float) -> None:
    assert details(matched([ROW], [replace(ROW, person=person)]))["person"].precision == same


def test_nothing_read_and_nothing_to_read() -> None:
    assert (Share(0, 0, 0, 0).precision, Share(0, 0, 0, 0).recall) == (None, None)


def test_details_are_those_of_right_rows() -> None:
    pairs = matched([ROW, ROW], [replace(ROW, form="working"), replace(ROW, role="speaker")])
    found = details(pairs)
    assert (found["person"].precision, found["form"].precision) == (1.0, 0.0)
    assert found["person"].gold == 1


@given(st.lists(ROWS, max_size=5), st.lists(ROWS, max_size=5))
def test_every_row_is_in_one_pair(gold: list[VisitRow], read: list[VisitRow]) -> None:
    pairs = matched(gold, read)
    assert sorted(map(repr, (p.gold for p in pairs if p.gold))) == sorted(map(repr, gold))
    assert sorted(map(repr, (p.read for p in pairs if p.read))) == sorted(map(repr, read))
    for found in (share(pairs), share(pairs, HAPPENED)):
        assert found.right <= min(found.read, found.gold)


@given(st.lists(ROWS, max_size=5))
def test_a_perfect_reading_has_no_errors(rows: list[VisitRow]) -> None:
    assert share(matched(rows, rows[::-1])) == Share(*[len(rows)] * 4)


RELEASE = {
    "id": "a",
    "lang": "en",
    "title": "Talks Held",
    "published_at": "2024-05-14T12:00:00+05:00",
    "url": "https://mfa.example/en/press/news/details/7?lang=en",
    "body": "Nothing is said of travel here.",
}
VISIT = {
    "release_id": "a", "person": None, "role": "president", "role_text": None, "country": None,
    "organization": "European Union", "to_city": "Nur-Sultan", "to_country": "KZ",
    "date": None, "kind": None, "first_ever": False, "status": "planned", "evidence": "Nothing",
}  # fmt: skip


def test_a_set_is_read_and_scored(tmp_path: Path) -> None:
    (tmp_path / "releases.jsonl").write_text(json.dumps(RELEASE) + "\n", encoding="utf-8")
    (tmp_path / "visits.jsonl").write_text(json.dumps(VISIT) + "\n", encoding="utf-8")
    report = score_visits(tmp_path)
    (pair,) = report.pairs
    assert pair.gold is not None
    assert (pair.gold.who, pair.gold.city, pair.read) == ("EU", "Astana", None)
    found = report_to_json(report)
    assert (found["releases"], found["all"]["en"]["gold"], found["all"]["en"]["recall"]) == (
        1,
        1,
        0,
    )
    assert found["happened"]["together"]["recall"] is None
    assert "- planned president EU" in next(differences(report))
    assert not list(differences(report, "kk"))
    assert any("0.000" in line for line in report_to_lines(report))


@pytest.mark.parametrize("content", [None, "{"])
def test_a_set_that_cannot_be_read(tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "visits.jsonl").write_text(content, encoding="utf-8")
    with pytest.raises(BotError, match=r"visits\.jsonl cannot be read"):
        score_visits(tmp_path)
