"""`elshi corpus discrepancies`: here, and not in the corpus, since it takes the index to tell."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import click

from index.settings import IndexSettings

if TYPE_CHECKING:  # gazetteer and extraction take their time to load
    from index.discrepancies import Discrepancy

_ASPECTS = ("country", "number", "date", "person")


@click.command()
@click.option("--aspect", type=click.Choice(_ASPECTS), multiple=True, help="Only these.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def discrepancies(aspect: tuple[str, ...], as_json: bool) -> None:
    """Where the accounts of one event in several languages differ, with the sentences."""
    from index.build import PASSAGES
    from index.discrepancies import discrepancies as differing
    from index.discrepancies import one_a_language
    from index.passages import PassageStore
    from index.snapshot import open_snapshot

    snapshot, _ = open_snapshot(IndexSettings.from_env(os.environ).folder)
    store = PassageStore(snapshot / PASSAGES)
    events = found = 0
    for numbers in store.told_in_languages():
        events += 1
        held = store.releases(numbers)
        accounts = one_a_language(held[number].release for number in numbers)
        for each in differing(accounts):
            if not aspect or each.aspect in aspect:
                found += 1
                click.echo(
                    json.dumps(_to_json(each), ensure_ascii=False) if as_json else _text(each)
                )
    if not as_json:
        click.echo(f"Differences: {found}, in {events} events told in several languages.")


def _text(found: Discrepancy) -> str:
    lines = [f"{found.aspect} {found.value}"]
    lines += [f"  {found.release.language}: {found.sentence}", f"      {found.release.url}"]
    for lacking in found.lacking:
        lines += [f"  not in {lacking.language}: {lacking.title}", f"      {lacking.url}"]
    return "\n".join(lines) + "\n"


def _to_json(found: Discrepancy) -> dict[str, object]:
    return {
        "aspect": found.aspect.value,
        "value": found.value,
        "language": found.release.language.value,
        "url": found.release.url,
        "sentence": found.sentence,
        "lacking": {release.language.value: release.url for release in found.lacking},
    }
