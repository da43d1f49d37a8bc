"""What the site may do wrong, one row each, and what the program makes of it."""

# ruff: noqa: ANN401 - settings and replies of every kind are passed on
from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from govkz import Fault, GovKz, Reply, articles, gov_kz

from corpus.errors import (
    CorpusError,
    RefusedError,
    SettingsError,
    UnavailableError,
    UnreadableError,
)
from corpus.release import Language
from corpus.source.gov_kz import Read, open_gov_kz
from corpus.source.settings import SourceSettings, TransportName
from corpus.source.site import TRIES, user_agent

CHALLENGE = b"<html><title>Checking your browser</title>enable JavaScript</html>"
HTML = b"<html><body><div id='root'></div></body></html>"


@pytest.fixture
def site() -> Iterator[GovKz]:
    with gov_kz(articles(60)) as found:
        yield found


def read(
    site: GovKz, home: Path, offset: int = 0, naps: list[float] | None = None, **changes: Any
) -> Read:
    settings = SourceSettings(site.url, **({"pause": 0.0} | changes))
    sleep = (naps if naps is not None else []).append
    with open_gov_kz(settings, "mfa", "news", home, sleep) as source:
        return source.read(Language.RU, offset)


def reply(status: int, content: bytes = b"{}", **changes: Any) -> Reply:
    return Reply(status=status, content=content, **changes)


@pytest.mark.parametrize(
    "fault",
    [
        reply(429, headers={"Retry-After": "7"}),
        reply(502),
        reply(503),
        reply(200, reset=True),
        reply(200, b'{"data": {"news": []}}' * 100, cut=700),
        reply(200, b"\xff\xfe\xfa no text", kind="application/json"),
        reply(200, HTML, kind="text/html"),
        reply(200, b"", kind="application/json"),
    ],
    ids=["429", "502", "503", "reset", "half a body", "invalid UTF-8", "wrong type", "empty"],
)
def test_passing_fault_is_waited_out(site: GovKz, tmp_path: Path, fault: Fault) -> None:
    site.faults.extend([fault, fault])
    naps: list[float] = []
    assert len(read(site, tmp_path, naps=naps).page.fetched) == 50
    assert site.requests == 3
    waits = [nap for nap in naps if nap]
    assert len(waits) == 2
    assert waits[0] >= (7 if isinstance(fault, Reply) and fault.status == 429 else 2)
    assert max(waits) <= 60


@pytest.mark.parametrize(
    ("fault", "error", "words", "requests"),
    [
        (reply(500), UnavailableError, "HTTP 500", 1),
        (reply(502), UnavailableError, "HTTP 502", TRIES),
        (reply(429), UnavailableError, "HTTP 429", TRIES),
        (reply(200, reset=True), UnavailableError, "cannot be reached", TRIES),
        (reply(200, HTML, kind="text/html"), UnreadableError, "not JSON", TRIES),
        (reply(302, headers={"Location": "/"}), UnreadableError, "HTTP 302", 1),
        (reply(404), UnreadableError, "HTTP 404", 1),
        (reply(400, b'{"error":"badRequest"}'), UnreadableError, "HTTP 400", 1),
        (reply(400, b'{"error":"notAllowed"}'), RefusedError, "notAllowed", 1),
        (reply(400, b'{"error":"browserTicketMissing"}'), RefusedError, "browserTicket", 1),
        (reply(401), RefusedError, "HTTP 401", 1),
        (reply(403), RefusedError, "HTTP 403", 1),
        (reply(451), RefusedError, "HTTP 451", 1),
        (reply(200, CHALLENGE, kind="text/html"), RefusedError, "challenge page", 1),
        (
            reply(200, b'{"data":null,"errors":[{"message":"Cannot query field news"}]}'),
            UnreadableError,
            "Cannot query field news",
            1,
        ),
        (reply(200, b'{"data":{"news":{"total":3}}}'), UnreadableError, "no list", 1),
        (reply(200, b"[1, 2]"), UnreadableError, "no object", 1),
        (reply(200, b"[" * 100_000), UnreadableError, "not JSON", TRIES),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else None,
)
def test_lasting_fault_is_told(
    site: GovKz, tmp_path: Path, fault: Fault, error: type[CorpusError], words: str, requests: int
) -> None:
    site.always = fault
    with pytest.raises(error, match=words):
        read(site, tmp_path)
    assert site.requests == requests


def test_refusal_keeps_what_the_site_said(site: GovKz, tmp_path: Path) -> None:
    site.always = reply(403, "Доступ закрыт".encode(), kind="text/plain")
    with pytest.raises(RefusedError):
        read(site, tmp_path, headers=(("Authorization", "secret-of-mine"),))
    (kept,) = (tmp_path / "replies").iterdir()
    assert "Доступ закрыт" in kept.read_text("utf-8")
    assert "secret-of-mine" not in kept.read_text("utf-8")


def test_pages_get_smaller_where_the_site_runs_out_of_time(site: GovKz, tmp_path: Path) -> None:
    site.faults.extend([reply(504), reply(504)])
    found = read(site, tmp_path, offset=30)
    assert site.sizes == [12]
    assert (found.offset, found.size, found.page.items) == (24, 12, 12)
    site.always = reply(504)
    with pytest.raises(UnavailableError, match="504"):
        read(site, tmp_path)


def test_requests_keep_their_distance(site: GovKz, tmp_path: Path) -> None:
    naps: list[float] = []
    settings = SourceSettings(site.url, pause=5.0)
    with open_gov_kz(settings, "mfa", "news", tmp_path, naps.append) as source:
        source.read(Language.RU, 0)
        source.read(Language.RU, 50)
    assert naps[0] == 0
    assert 4 < naps[1] <= 5
    assert site.agents == {user_agent("")}


def test_drift_is_told_field_by_field(site: GovKz, tmp_path: Path) -> None:
    def drifted(rows: list[dict[str, Any]]) -> list[Any]:
        del rows[0]["created_date"], rows[1]["created_date"], rows[2]["body"]
        rows[3]["created_date"] = "lately"
        rows[4]["id"] = {"a": 1}
        return [*rows, "nothing"]

    site.faults.append(drifted)
    page = read(site, tmp_path).page
    assert set(page.drift) == {
        "`created_date` missing in 2 of 51 items",
        "`body` missing in 1 of 51 items",
        "`created_date` unreadable in 1 of 51 items",
        "`id` unreadable in 1 of 51 items",
        "an item is no object in 1 of 51 items",
    }
    assert len(page.fetched) == 45
    (kept,) = (tmp_path / "replies").iterdir()
    assert json.loads(kept.read_text("utf-8"))[3]["created_date"] == "lately"


@pytest.mark.parametrize(
    "written",
    [
        "2026-06-09T11:48:00Z",
        "2026-06-09T11:48:00.000+0000",
        "2026-06-09T16:48:00+05:00",
        "2026-06-09 16:48:00",
        "09.06.2026 16:48:00",
        1_781_005_680_000,
    ],
)
def test_date_may_have_any_known_form(site: GovKz, tmp_path: Path, written: object) -> None:
    site.faults.append(lambda rows: [rows[0] | {"created_date": written}])
    (fetched,) = read(site, tmp_path).page.fetched
    assert fetched.release.published == datetime(2026, 6, 9, 11, 48, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<div>" * 10_000 + "Стороны встретились." + "</div>" * 10_000, "Стороны встретились."),
        ("<p>Стороны обсудили вопрос. " + "слово " * 900_000 + "</p>", None),
        ("Стороны\x00 встре\u200bтились &ndash; и&nbsp;вот", "Стороны встретились – и вот"),
        ("<p>Они</p><script>x()</script><ul><li>а</li><li>б</li></ul>", "Они\n\n• а\n• б"),
        (
            '<p>Визы: <a href="https://a.example/v">здесь</a></p>',
            "Визы: здесь (https://a.example/v)",
        ),
        ("<table><tr><td>Дата</td><td>Место</td></tr></table>", "Дата | Место"),
    ],
    ids=["10,000 tags", "5 MB", "oddities", "list", "link", "table"],
)
def test_body_becomes_text(site: GovKz, tmp_path: Path, body: str, text: str | None) -> None:
    site.faults.append(lambda rows: [rows[0] | {"body": body}])
    (fetched,) = read(site, tmp_path).page.fetched
    assert text is None or fetched.release.body == text
    assert len(fetched.release.body) <= len(body)


def test_id_that_comes_twice_is_one_release(site: GovKz, tmp_path: Path) -> None:
    sides = "Стороны обсудили торговлю, транспорт и науку, а также"
    longer = {"body": f"<p>{sides} образование, связь и туризм.</p>"}
    site.faults.append(lambda rows: [rows[0], rows[0] | longer, rows[1]])
    page = read(site, tmp_path).page
    assert len(page.fetched) == 2
    assert page.fetched[0].release.body.endswith("связь и туризм.")


@pytest.mark.parametrize("wrapper", ["content", "data", "items"])
def test_list_may_be_wrapped(site: GovKz, tmp_path: Path, wrapper: str) -> None:
    site.faults.append(lambda rows: {wrapper: rows})
    found = read(site, tmp_path, transport=TransportName.REST)
    assert len(found.page.fetched) == 50


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ELSHI_SOURCE_URL", "http://www.gov.kz", "https://"),
        ("ELSHI_SOURCE_URL", "https://me:secret@www.gov.kz", "only scheme"),
        ("ELSHI_SOURCE_TRANSPORT", "soap", "neither"),
        ("ELSHI_SOURCE_PAUSE", "0.2", "between 1"),
        ("ELSHI_SOURCE_PAUSE", "soon", "no number"),
        ("ELSHI_SOURCE_HEADERS", "secret", "Name: value"),
        ("ELSHI_SOURCE_PROXY", "ftp://secret", "http://"),
        ("ELSHI_SOURCE_CA", "/nowhere/ca.pem", "no file"),
        ("ELSHI_SOURCE_CONTACT", "a\nb", "plain Latin"),
    ],
)
def test_wrong_setting_names_its_variable(name: str, value: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words) as told:
        SourceSettings.from_env({name: value})
    assert str(told.value).startswith(name)
    assert "secret" not in str(told.value)


def test_settings_show_no_secret() -> None:
    settings = SourceSettings.from_env(
        {"ELSHI_SOURCE_HEADERS": "Cookie: secret", "ELSHI_SOURCE_PROXY": "http://u:secret@p"}
    )
    assert settings.headers == (("Cookie", "secret"),)
    assert "secret" not in repr(settings)
