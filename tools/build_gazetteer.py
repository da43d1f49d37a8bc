"""Compiles `index/data/gazetteer/` into `index/data/gazetteer.jsonl`, which the program reads.

Every name is written out there in all its Russian case forms, folded, with what the match needs.

    python tools/build_gazetteer.py
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from gazetteer_members import organization_members, region_members  # noqa: E402
from russian_declension import attributes, decline, demonyms  # noqa: E402

from index.places.fold import fold_name  # noqa: E402

SOURCE = ROOT / "index" / "data" / "gazetteer"
TARGET = ROOT / "index" / "data" / "gazetteer.jsonl"
LANGUAGES = ("en", "ru", "kk")
# What the formal English name calls the state, as Kazakh puts it after the name.
KAZAKH_STATES = {
    "Republic": ["Республикасы"],
    "Kingdom": ["Корольдігі", "Патшалығы"],
    "State": ["Мемлекеті"],
    "Sultanate": ["Сұлтандығы"],
    "Federal": ["Федеративтік Республикасы", "Федеративтік Демократиялық Республикасы"],
    "Federative": ["Федеративтік Республикасы", "Федеративті Республикасы"],
    "Islamic": ["Ислам Республикасы"],
    "Arab": ["Араб Республикасы"],
    "Socialist": ["Социалистік Республикасы", "Демократиялық Социалистік Республикасы"],
    "Democratic": ["Демократиялық Республикасы", "Халық Демократиялық Республикасы"],
    "People's": ["Халық Республикасы"],
    "Principality": ["Князьдігі", "Князьдығы"],
}
Forms = dict[str, list[str]]


def main() -> None:
    """Writes the compiled table."""
    TARGET.write_text("\n".join(compile_lines()) + "\n", encoding="utf-8")


def compile_lines() -> Iterator[str]:
    """Lines of the compiled table: rules of matching first, then an entity a line."""
    rules = _yaml("matching.yaml")
    yield _line({"kind": "rules", **_folded_rules(rules)})
    names = {row["code"]: row for row in _rows("names.csv")}
    countries = {row["code"]: row for row in _rows("countries.csv")}
    cities = list(_rows("cities.csv"))
    for code, row in countries.items():
        yield _line(_country(code, row, names[code], cities))
    for city in cities:
        if city["en"]:
            yield _line(_city(city))
    regions = _yaml("regions.yaml")
    for region, entry in regions.items():
        members = region_members(region, regions, names)
        yield _line({**_named("region", region, entry), "members": members})
    for organization, entry in _yaml("organizations.yaml").items():
        dated = organization_members(entry)
        yield _line({**_named("organization", organization, entry), "members": dated})
    for language, phrases in rules["not_places"].items():
        forms = {"name0": sorted({fold_name(phrase) for phrase in phrases})}
        yield _line({"kind": "none", "id": "", "names": {}, "forms": {language: forms}})


def _folded_rules(rules: dict[str, Any]) -> dict[str, Any]:
    folded = {key: value for key, value in rules.items() if key != "not_places"}
    endings = rules["kazakh_endings"]
    folded["kazakh_endings"] = {
        kind: sorted(set(words.replace("-", "").split())) for kind, words in endings.items()
    }
    return folded


def _country(
    code: str, row: dict[str, str], names: dict[str, str], cities: list[dict[str, str]]
) -> dict[str, Any]:
    shown = {language: row[language] or names[language] for language in LANGUAGES}
    forms: dict[str, Forms] = {language: {} for language in LANGUAGES}
    _add_names(forms, "en", [shown["en"], names["en_formal"], *_list(row["en_alias"])])
    _add_names(forms, "ru", [shown["ru"], names["ru_formal"], *_list(row["ru_alias"])])
    formal = [
        f"{shown['kk']} {state}"
        for word, states in KAZAKH_STATES.items()
        if word in names["en_formal"].split() and "Республикасы" not in shown["kk"]
        for state in states
    ]
    _add_names(forms, "kk", [shown["kk"], *formal, *_list(row["kk_alias"])])
    for adjective in _list(row["en_adj"]):
        _add(forms["en"], "adjective", adjective, [adjective, *_plural(adjective)], 1)
    for adjective in _list(row["ru_adj"]):
        _add(forms["ru"], "adjective", adjective, attributes(adjective.strip("~")), 0)
    for noun in _list(row["ru_demonym"]):
        _add(forms["ru"], "demonym", noun, demonyms(noun.strip("~")), 0)
    for adjective in _list(row["kk_adj"]):
        _add(forms["kk"], "adjective", adjective, [adjective.strip("~")], 0)
    entity: dict[str, Any] = {"kind": "country", "id": code, "names": shown, "forms": forms}
    return entity | {"city": _namesake(code, shown, cities)}


def _namesake(code: str, shown: dict[str, str], cities: list[dict[str, str]]) -> dict[str, str]:
    """By language, the capital that bears the country's own name there."""
    for city in cities:
        if city["country"] == code and city["capital"]:
            if not city["en"]:
                return dict.fromkeys(LANGUAGES, shown["en"])
            canonical = _list(city["en"])[0].strip("~")
            return {
                language: canonical
                for language in LANGUAGES
                if city[language] == f"{shown[language]}~"
            }
    return {}


def _city(row: dict[str, str]) -> dict[str, Any]:
    forms: dict[str, Forms] = {language: {} for language in LANGUAGES}
    for language in LANGUAGES:
        _add_names(forms, language, [n for n in _list(row[language]) if not n.endswith("~")])
    shown = {lang: _shown(_list(row[lang] or row["ru"] or row["en"])[0]) for lang in LANGUAGES}
    entity: dict[str, Any] = {"kind": "city", "id": shown["en"], "names": shown, "forms": forms}
    return entity | {"country": row["country"], "capital": bool(row["capital"])}


def _named(kind: str, identity: str, entry: dict[str, Any]) -> dict[str, Any]:
    forms: dict[str, Forms] = {language: {} for language in LANGUAGES}
    shown = {}
    for language in LANGUAGES:
        names = entry[language]["names"]
        _add_names(forms, language, names)
        shown[language] = _shown(names[0]) if names else _shown(entry["en"]["names"][0])
        for adjective in entry[language].get("adjectives", []):
            written = attributes(adjective) if language == "ru" else [adjective]
            _add(forms[language], "adjective", adjective, written, int(language == "en"))
        for noun in entry[language].get("demonyms", []):
            written = demonyms(noun) if language == "ru" else [noun]
            _add(forms[language], "demonym", noun, written, int(language == "en"))
    return {"kind": kind, "id": identity, "names": shown, "forms": forms}


def _add_names(forms: dict[str, Forms], language: str, names: Iterable[str]) -> None:
    for name in names:
        plain = name.strip("~")
        if not plain:
            continue
        declines = language == "ru" and not plain.isupper()
        written = decline(plain) if declines else [plain.replace("=", "")]
        _add(forms[language], "name", name, written, _case(plain.lstrip("=")))


def _case(name: str) -> int:
    """0 for any case, 1 for a capital, 2 for capitals throughout."""
    if len(fold_name(name).split()) > 1 and not name.replace(".", "").replace("-", "").isupper():
        return 0
    if name.isupper() and len(name) <= 8:
        return 2
    return 0 if name[0].islower() else 1


def _add(forms: Forms, form: str, name: str, written: Iterable[str], case: int) -> None:
    if any(" " in fold_name(word) for word in written) and case == 1:
        case = 0
    key = f"{form}{case}" + ("~" if name.endswith("~") else "")
    known = {word for words in forms.values() for word in words}
    fresh = dict.fromkeys(fold_name(word) for word in written)
    forms.setdefault(key, []).extend(word for word in fresh if word not in known)


def _plural(adjective: str) -> list[str]:
    closed = ("ese", "ish", "ch", "s", "ss", "wiss", "è", "ic", "ench", "utch", "ino", "~")
    return [] if adjective.endswith(closed) else [adjective + "s"]


def _shown(name: str) -> str:
    return name.replace("=", "").split(":")[0]


def _list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("/") if part.strip()]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (SOURCE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def _yaml(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((SOURCE / name).read_text(encoding="utf-8"))
    return loaded


def _line(entity: dict[str, Any]) -> str:
    return json.dumps(entity, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
