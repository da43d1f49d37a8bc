"""The two ways to ask the site for a page of its releases, behind one protocol."""

from __future__ import annotations

import json
from typing import Any, Protocol

from corpus.errors import UnreadableError
from corpus.release import Language
from corpus.source.items import unwrapped
from corpus.source.settings import TransportName
from corpus.source.site import Site

FIELDS = ("id", "title", "slug", "created_date", "body", "short_description", "projects")
_ROOTS = {"news": "news", "article": "article", "press_releases": "press_releases"}


class Transport(Protocol):
    """Asks for pages of an entity's list; pages count from 1, the newest release comes first."""

    def items(self, language: Language, page: int, size: int) -> list[object]:
        """The items of a page as the site gave them; raises SourceError."""
        ...


def transport(name: TransportName, site: Site, entity: str, section: str) -> Transport:
    """The transport `name` for the list of `entity` and `section`."""
    kind = GraphQl if name is TransportName.GRAPHQL else Rest
    return kind(site, entity, section)


class GraphQl:
    """`POST /graphql`; one field at the root, the language an argument."""

    def __init__(self, site: Site, entity: str, section: str) -> None:
        self._site = site
        self._entity = entity
        self._root = _ROOTS.get(section, section.replace("-", "_"))

    def items(self, language: Language, page: int, size: int) -> list[object]:
        """See Transport."""
        reply = self._site.post("/graphql", {"query": self._query(language, page, size)})
        if not isinstance(reply, dict):
            raise UnreadableError("the reply of GraphQL is no object", reply=repr(reply)[:500])
        data = reply.get("data")
        found = data.get(self._root) if isinstance(data, dict) else None
        if found is None:
            raise UnreadableError(f"GraphQL: {_errors(reply)}", 200, repr(reply)[:2000])
        return unwrapped(found)

    def _query(self, language: Language, page: int, size: int) -> str:
        # Written out, not as variables: their types in the site's schema are not known.
        arguments = (
            f'projects: {json.dumps(f"eq:{self._entity}")}, _lang: "{language}", '
            f'_page: {page}, _size: {size}, _sort: "created_date:DESC"'
        )
        return f"{{ {self._root}({arguments}) {{ {' '.join(FIELDS)} }} }}"


class Rest:
    """`GET /api/v1/public/content-manager/...`; the language a header."""

    def __init__(self, site: Site, entity: str, section: str) -> None:
        self._site = site
        self._path = f"/api/v1/public/content-manager/{section}"
        self._projects = f"eq:{entity}"

    def items(self, language: Language, page: int, size: int) -> list[object]:
        """See Transport."""
        query = {
            "sort-by": "created_date:DESC",
            "projects": self._projects,
            "page": str(page),
            "size": str(size),
        }
        return unwrapped(self._site.get(self._path, query, {"Accept-Language": language.value}))


def _errors(reply: dict[str, Any]) -> str:
    errors = reply.get("errors")
    messages = [
        str(error.get("message"))
        for error in (errors if isinstance(errors, list) else [])
        if isinstance(error, dict)
    ]
    return "; ".join(messages)[:300] or "neither data nor errors"
