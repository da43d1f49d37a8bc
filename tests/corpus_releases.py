"""Releases for tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from corpus.release import Language, Release, ReleaseKey

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)

_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=30)


def release(
    number: str = "1",
    body: str = "Ministers met in Astana.",
    language: Language = Language.EN,
    *,
    entity: str = "mfa",
    fetched: datetime | None = None,
    alias: str | None = None,
) -> Release:
    """A release whose number, text and language matter, and nothing else."""
    return Release(
        ReleaseKey(entity, "news", number, language),
        f"https://www.gov.kz/memleket/entities/{entity}/press/news/details/{number}",
        f"Title {number}",
        body,
        NOW - timedelta(days=1),
        fetched,
        alias,
    )


def releases(max_size: int = 6) -> st.SearchStrategy[list[Release]]:
    """Lists of releases with keys of their own and any text."""
    one = st.builds(release, _TEXTS, _TEXTS, st.sampled_from(Language))
    return st.lists(one, max_size=max_size, unique_by=lambda value: value.key)
