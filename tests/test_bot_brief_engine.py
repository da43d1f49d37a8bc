"""Briefs over a real index: what they say, in three languages, each line borne out."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path
from weakref import ref

import pytest

from bot.brief.brief import Brief, Line, Part, Subject, SubjectKind
from bot.brief.leading import most_in_contact, suggestions
from bot.brief.make import kept_brief, make_brief
from bot.brief.naming import name_subject
from bot.engine import PassageEngine
from bot.rendering.brief_terminal import render_brief
from corpus.release import Language
from index.settings import BUNDLED, IndexSettings


def brief_on(
    engine: PassageEngine,
    key: str,
    language: Language = Language.EN,
    kind: SubjectKind = SubjectKind.COUNTRY,
) -> Brief:
    return make_brief(Subject(kind, key), language, engine.searcher())


def lines(brief: Brief) -> list[Line]:
    return [*brief.overview, *(line for s in brief.sections.values() for line in s.lines)]


def said(brief: Brief) -> str:
    return "\n".join(line.text for line in brief.overview)


def test_visits_of_each_side_are_told_apart(engine: PassageEngine) -> None:
    brief = brief_on(engine, "ET")
    (here,), (there,) = (brief.sections[part].lines for part in (Part.HERE, Part.THERE))
    assert here.text == "6 June 2024, foreign minister Tsehay Woldemariam, Astana, conference"
    assert there.text.startswith("27 November 2024, foreign minister Алмас Торебеков, Addis Ababa")
    assert brief.sections[Part.MISSIONS].lines[0].text.endswith("embassy opened, Addis Ababa")
    assert brief.sections[Part.PLANS].lines


def test_documents_are_counted_with_those_that_only_a_number_tells(engine: PassageEngine) -> None:
    documents = brief_on(engine, "SL").sections[Part.DOCUMENTS]
    assert (documents.count, documents.summary) == (5, "5 documents were signed (3 by name)")


def test_a_figure_comes_with_its_year_and_its_release(engine: PassageEngine) -> None:
    (figure,) = brief_on(engine, "GH").sections[Part.TRADE].lines
    assert figure.text == "trade, 2022: 9.7 million dollars (release of 16 March 2023)"
    assert figure.sources[0].quote.startswith("In 2022 bilateral trade amounted to")


@pytest.mark.parametrize(
    ("language", "none", "last"),
    [
        (Language.EN, "no document is told of", "none is told of since"),
        (Language.RU, "о документах не сообщается", "ни об одном не сообщается"),
        (Language.KK, "құжат туралы айтылмаған", "одан бері, ең жаңа релизге дейін"),
    ],
)
def test_silence_is_said_in_each_language(
    engine: PassageEngine, language: Language, none: str, last: str
) -> None:
    told = said(brief_on(engine, "ET", language)) + said(brief_on(engine, "KE", language))
    assert last in told
    assert none in said(brief_on(engine, "PY", language))


def test_nothing_at_all_is_told_of_a_country(engine: PassageEngine) -> None:
    brief = brief_on(engine, "PY")
    assert not [line for line in lines(brief) if line.sources]
    assert "No contact with a date is told of." in said(brief)
    assert brief.notice is None


def test_an_organisation_has_no_visits_to_it(engine: PassageEngine) -> None:
    brief = brief_on(engine, "EU", kind=SubjectKind.ORGANIZATION)
    assert Part.THERE not in brief.parts
    assert "European Union" in brief.title


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", ["BF", "SL", "ET", "CG", "GH", "LV"])
def test_every_sentence_stands_in_its_release(
    engine: PassageEngine, key: str, language: Language
) -> None:
    searcher = engine.searcher()
    bodies = {
        source.release.url: source.release.body
        for source in searcher.store.releases(range(searcher.manifest.releases)).values()
    }
    brief = brief_on(engine, key, language)
    cited = [source for line in lines(brief) for source in line.sources]
    assert cited
    assert all(source.quote in bodies[source.url] for source in cited)
    assert all(line.sources for section in brief.sections.values() for line in section.lines)
    assert render_brief(brief).startswith(brief.title)


def test_a_kept_brief_is_drawn_up_once_and_holds_no_index(
    answering_home: Path, models: Path
) -> None:
    settings = IndexSettings(answering_home / "index", BUNDLED, models)
    searcher = PassageEngine(settings).searcher()
    subject = Subject(SubjectKind.COUNTRY, "GH")
    kept = kept_brief(subject, Language.EN, searcher)
    assert kept == make_brief(subject, Language.EN, searcher)
    assert kept_brief(subject, Language.EN, searcher) is kept
    gone = ref(searcher)
    del searcher
    gc.collect()
    assert gone() is None


def test_those_most_in_contact_come_first(engine: PassageEngine) -> None:
    searcher = engine.searcher()
    first = most_in_contact(searcher, 3)
    assert [subject.key for subject in first[:2]] == ["SL", "BF"]
    africa = suggestions(name_subject("Africa", Language.EN), searcher, 3)
    assert africa == tuple(one for one in most_in_contact(searcher, 9) if one.key != "LV")[:3]
    assert suggestions(name_subject("qwrtpsdf", Language.EN), searcher, 3) == first


def elshi(home: Path, models: Path, *words: str) -> subprocess.CompletedProcess[str]:
    settings = {"ELSHI_HOME": str(home), "ELSHI_MODELS": str(models)}
    return subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *words],
        capture_output=True,
        text=True,
        env=os.environ | settings,
        check=False,
    )


def test_the_command_line_tells_and_suggests(answering_home: Path, models: Path) -> None:
    shown = elshi(answering_home, models, "country", "Сьерра-Леоне", "--json")
    assert shown.returncode == 0, shown.stderr
    told = json.loads(shown.stdout)
    assert told["subject"] == {"kind": "country", "key": "SL"}
    assert told["language"] == "ru"
    assert told["sections"]["documents"]["count"] == 5
    assert told["text"].startswith("Казахстан – Сьерра-Леоне")
    unclear = elshi(answering_home, models, "country", "Congo")
    assert (unclear.returncode, unclear.stdout) == (1, "")
    assert "Democratic Republic of the Congo" in unclear.stderr
    assert len(unclear.stderr.splitlines()) == 1
