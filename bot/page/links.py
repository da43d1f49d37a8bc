"""Addresses of the page, and which addresses of releases may become links; pure."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from corpus.release import Language

_CONTROLS = {code: " " for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def shown(text: str) -> str:
    """`text` as HTML may hold it: no control characters, no half surrogates."""
    return text.translate(_CONTROLS).encode("utf-8", "replace").decode("utf-8")


def web_link(url: str) -> str | None:
    """`url` where it is safe to be a link, on the web; else None."""
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url if usable and not set(url) & set(" \t\r\n") else None


@dataclass(frozen=True, slots=True)
class Address:
    """One page of ours: its path after the language, and what is asked of it."""

    path: str
    asked: tuple[tuple[str, str], ...] = ()

    def replaced(self, **asked: str) -> Address:
        """The same page with these things asked instead; "" asks nothing."""
        merged = dict(self.asked) | asked
        return Address(self.path, tuple((name, value) for name, value in merged.items() if value))


@dataclass(frozen=True, slots=True)
class Links:
    """Makes the addresses of the page: `prefix` is its path, `root` its public address if any."""

    prefix: str = ""
    root: str | None = None

    def to(self, language: Language, address: Address) -> str:
        """The address of a page in `language`, from the host on."""
        asked = f"?{urlencode(address.asked)}" if address.asked else ""
        return f"{self.prefix}/{language}/{address.path}{asked}"

    def to_question(self, language: Language, question: str) -> str:
        """The address at which `question` is answered in `language`."""
        return self.to(language, Address("", (("q", question),)))

    def to_kept(self, key: str, form: str = "") -> str:
        """The address of a kept answer, or of the file of it that `form` names."""
        return f"{self.prefix}/a/{key}{form}"

    def whole(self, path: str) -> str:
        """An address from the host on as a public one; as it is where none is known."""
        return f"{self.root}{path.removeprefix(self.prefix)}" if self.root else path
