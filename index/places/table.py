"""The compiled gazetteer: every folded form, what it names, and how it must be written."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any

from index.places.mentions import MentionForm


class Kind(StrEnum):
    """What a form names; NONE is a longer name that holds a place's and is none."""

    COUNTRY = "country"
    CITY = "city"
    REGION = "region"
    ORGANIZATION = "organization"
    NONE = "none"


class Case(IntEnum):
    """How a form must be written in running text."""

    ANY = 0
    CAPITAL = 1
    CAPITALS = 2
    INSIDE_SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """What a form names and how it must be written to name it."""

    kind: Kind
    id: str
    form: MentionForm
    case: Case
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A country, city, region or organisation as the compiled file has it."""

    kind: Kind
    id: str
    names: dict[str, str]
    country: str
    members: Any
    city: dict[str, str]
    is_capital: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Forms of one language; `heads` says how many words a name with this first word can have."""

    senses: dict[str, Sense] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """The whole gazetteer: a lexicon a language, entities by (kind, id), rules of matching."""

    lexicons: dict[str, Lexicon]
    entities: dict[tuple[Kind, str], Entity]
    rules: dict[str, Any]


_PRIORITY = {Kind.NONE: 0, Kind.COUNTRY: 1, Kind.REGION: 2, Kind.ORGANIZATION: 3, Kind.CITY: 4}
_FORMS = {form.value: form for form in MentionForm}


def read_table(lines: Iterable[str]) -> Table:
    """The table that the compiled lines spell out."""
    rows = [json.loads(line) for line in lines]
    rules = rows[0]
    table = Table({language: Lexicon() for language in ("en", "ru", "kk")}, {}, rules)
    rows = sorted(rows[1:], key=lambda row: _PRIORITY[Kind(row["kind"])])
    for row in rows:
        kind = Kind(row["kind"])
        if kind is not Kind.NONE:
            table.entities[kind, row["id"]] = _entity(kind, row)
        for language, forms in row["forms"].items():
            _add_forms(table.lexicons[language], kind, row["id"], forms)
    for row in rows:
        _add_second_meanings(table, row)
    for language, words in rules["ordinary_words"].items():
        _mark_ordinary(table.lexicons[language], words)
    return table


def _entity(kind: Kind, row: dict[str, Any]) -> Entity:
    return Entity(
        kind,
        row["id"],
        row["names"],
        row.get("country", ""),
        row.get("members", ()),
        row.get("city", {}),
        row.get("capital", False),
    )


def _add_forms(lexicon: Lexicon, kind: Kind, identity: str, forms: dict[str, list[str]]) -> None:
    senses, heads = lexicon.senses, lexicon.heads
    for key, written in forms.items():
        if key.endswith("~"):
            continue
        sense = Sense(kind, identity, _FORMS[key[:-1]], Case(int(key[-1])))
        for form in written:
            if form in senses:
                _add_sense(senses, form, sense)
                continue
            senses[form] = sense
            first, _, rest = form.partition(" ")
            heads[first] = max(heads.get(first, 1), rest.count(" ") + 2 if rest else 1)


def _add_second_meanings(table: Table, row: dict[str, Any]) -> None:
    """Forms marked with a tilde, which the row's country shares with one meant more often."""
    for language, forms in row["forms"].items():
        senses = table.lexicons[language].senses
        for key, written in forms.items():
            if key.endswith("~"):
                sense = Sense(Kind(row["kind"]), row["id"], MentionForm.NAME, Case.ANY)
                for form in senses.keys() & set(written):
                    _add_sense(senses, form, sense)


def _add_sense(senses: dict[str, Sense], form: str, sense: Sense) -> None:
    known = senses[form]
    if known.kind is sense.kind is Kind.COUNTRY and known.id != sense.id:
        also = (*known.also, sense.id)
        senses[form] = Sense(known.kind, known.id, known.form, known.case, also)


def _mark_ordinary(lexicon: Lexicon, words: list[str]) -> None:
    for word in words:
        sense = lexicon.senses.get(word)
        if sense is not None:
            lexicon.senses[word] = Sense(
                sense.kind, sense.id, sense.form, Case.INSIDE_SENTENCE, sense.also
            )
