"""Writes `index/data/gazetteer/names.csv`: what public data sets say of each country.

Short names are those of Unicode CLDR as Babel carries it; formal names, UN M49 regions and
the UN's marks come from the file country-codes.csv (github.com/datasets/country-codes, PDDL).

    python tools/extract_country_names.py PATH/country-codes.csv
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from babel import Locale

HERE = Path(__file__).resolve().parent.parent / "index" / "data" / "gazetteer"
NOT_IN_UN = {"TW": ("Asia", "Eastern Asia", ""), "XK": ("Europe", "Southern Europe", "")}
COLUMNS = (
    "code en ru kk en_formal ru_formal region subregion intermediate "
    "landlocked_developing small_island least_developed"
).split()


def main(source: str) -> None:
    """Reads the data set at `source` and writes the table for the countries of countries.csv."""
    with Path(source).open(encoding="utf-8", newline="") as file:
        public = {row["ISO3166-1-Alpha-2"]: row for row in csv.DictReader(file)}
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as file:
        codes = [row["code"] for row in csv.DictReader(file, delimiter=";")]
    with (HERE / "names.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(_row(code, public.get(code, {})) for code in codes)


def _row(code: str, public: dict[str, str]) -> dict[str, str]:
    names = {language: Locale(language).territories[code] for language in ("en", "ru", "kk")}
    region, subregion, intermediate = NOT_IN_UN.get(
        code,
        tuple(
            public.get(key, "")
            for key in ("Region Name", "Sub-region Name", "Intermediate Region Name")
        ),
    )
    return {
        "code": code,
        **names,
        "en_formal": _plain(public.get("UNTERM English Formal", "")).removeprefix("the "),
        "ru_formal": _plain(public.get("UNTERM Russian Formal", "")),
        "region": region,
        "subregion": subregion,
        "intermediate": intermediate,
        "landlocked_developing": public.get("Land Locked Developing Countries (LLDC)", ""),
        "small_island": public.get("Small Island Developing States (SIDS)", ""),
        "least_developed": public.get("Least Developed Countries (LDC)", ""),
    }


def _plain(name: str) -> str:
    return " ".join(name.replace("*", "").split())


if __name__ == "__main__":
    main(sys.argv[1])
