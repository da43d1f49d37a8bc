"""Feeds and a watched folder, over real HTTP and real files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from govkz import GovKz, Reply, gov_kz
from sqlalchemy.orm import Session, sessionmaker

from corpus.errors import SettingsError, UnreadableError
from corpus.release import Language, Release
from corpus.source.settings import SourceSettings
from corpus.store import Change, iterate
from corpus.sync_others import WatchedFolder, sync_feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>News</title><link>https://agency.example/</link>
<item><title>Встреча министров &amp; гостей</title><link>https://agency.example/ru/1</link>
<pubDate>Tue, 03 Jun 2025 19:11:22 +0500</pubDate><description>Коротко.</description>
<content:encoded><![CDATA[<p>Стороны обсудили торговлю.</p><script>x()</script>]]></content:encoded>
</item>
<item><title>Without a date</title><link>https://agency.example/en/2</link>
<description>The sides met.</description></item>
<item><title>Hostile</title><link>javascript:alert(1)</link>
<pubDate>Tue, 03 Jun 2025 19:11:22 GMT</pubDate><description>The sides met.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>The ministers met</title><link href="https://agency.example/en/3"/>
<updated>2025-06-03T14:11:22Z</updated><summary>The sides discussed trade.</summary></entry>
</feed>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><item><title>&b;&c;</title>
<link>https://agency.example/4</link><pubDate>Tue, 03 Jun 2025 19:11:22 GMT</pubDate>
<description>&c; The sides met.</description></item></channel></rss>"""


@pytest.fixture
def site() -> Iterator[GovKz]:
    with gov_kz([]) as found:
        yield found


def read(sessions: sessionmaker[Session], site: GovKz, content: str) -> list[Release]:
    site.always = Reply(content=content.encode(), kind="application/xml")
    settings = SourceSettings(site.url, headers=(("Cookie", "for gov.kz only"),), pause=0)
    sync_feed(sessions, settings, f"{site.url}/rss.xml", sleep=lambda _: None)
    with sessions() as session:
        return list(iterate(session))


def test_entries_become_releases(sessions: sessionmaker[Session], site: GovKz) -> None:
    (found,) = read(sessions, site, RSS)
    assert found.title == "Встреча министров & гостей"
    assert found.body == "Стороны обсудили торговлю."
    assert found.language is Language.RU
    assert found.published == datetime(2025, 6, 3, 14, 11, 22, tzinfo=UTC)
    assert (found.key.entity, found.url) == ("agency.example", "https://agency.example/ru/1")
    assert {r.language for r in read(sessions, site, ATOM)} == {Language.RU, Language.EN}


def test_feed_that_no_longer_lists_a_release_keeps_it(
    sessions: sessionmaker[Session], site: GovKz
) -> None:
    read(sessions, site, RSS)
    assert len(read(sessions, site, ATOM)) == 2
    changed = ATOM.replace("discussed trade", "discussed transport")
    assert "discussed transport" in read(sessions, site, changed)[0].body


@pytest.mark.parametrize("content", ["<html><body>no feed</body></html>", "", "{}", "\x00\xff"])
def test_what_is_no_feed_is_told(
    sessions: sessionmaker[Session], site: GovKz, content: str
) -> None:
    with pytest.raises(UnreadableError, match="no RSS or Atom feed"):
        read(sessions, site, content)


def test_entities_of_a_feed_open_nothing(sessions: sessionmaker[Session], site: GovKz) -> None:
    for release in read(sessions, site, BOMB):
        assert "root:" not in release.title + release.body


def test_folder_is_imported_when_it_changes(
    sessions: sessionmaker[Session], tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    folder = WatchedFolder(inbox)
    assert sum(folder.sync(sessions).changes.values()) == 0
    page = inbox / "one.txt"
    lines = ["Title", "Title", "03.06.2025 19:11:22 5", "The sides met.", "Source : "]
    page.write_text("\n\n".join(lines) + "https://agency.example/en/9", "utf-8")
    assert folder.sync(sessions).changes[Change.NEW] == 1
    assert sum(folder.sync(sessions).changes.values()) == 0
    page.write_text(page.read_text("utf-8").replace("met", "met again"), "utf-8")
    os.utime(page, ns=(1, 1))
    assert folder.sync(sessions).changes[Change.CHANGED] == 1
    (inbox / "bad.txt").write_text("no release", "utf-8")
    assert "bad.txt" in folder.sync(sessions).troubles[0]
    assert not folder.sync(sessions).troubles


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ELSHI_FEEDS", "http://agency.example/rss"),
        ("ELSHI_FEEDS", "https://a.example/rss file:///etc/passwd"),
        ("ELSHI_INBOX", "/no/such/folder"),
    ],
)
def test_wrong_setting_names_its_variable(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        SourceSettings.from_env({name: value})
