"""HTML to text; the one file that parses HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from corpus.text import storable

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:[\s/][^<>]*)?)>", re.IGNORECASE)
_DEEPEST = 500  # browsers stop nesting here too; the parser's time grows with its square
_LONGEST_TAG = 5_000
_ELEMENTS = yaml.safe_load(Path(__file__).with_name("html_elements.yaml").read_text("utf-8"))
_PLAIN = frozenset(_ELEMENTS["plain"])
_UNNESTED = frozenset(_ELEMENTS["unnested"])
_UNSEEN = frozenset(_ELEMENTS["unseen"])
_BLOCKS = frozenset(_ELEMENTS["blocks"])
_LINES = frozenset(("br", "li", "tr"))
_CELLS = frozenset(("td", "th"))
_FURNITURE = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_ELEMENTS['furniture'])})(?:$|[\s_-])")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CELL, _LINE, _PARAGRAPH = "\x1c", "\x1d", "\x1e"  # none can stand in cleaned text


@dataclass(frozen=True, slots=True)
class Page:
    """What a page of the web says of itself, and its text.

    `text` is that of the article, `whole` that of all the page; both have a blank line between
    paragraphs. `addresses` and `times` are as written, the most telling first.
    """

    titles: tuple[str, ...]
    text: str
    whole: str
    addresses: tuple[str, ...]
    times: tuple[str, ...]


def read_page(source: str) -> Page:
    """The parts of a whole page; any of them may be empty.

    Its text has a blank line between paragraphs; items of lists and rows of tables stand on a
    line each, cells parted by ` | `. Scripts, navigation and what invites to share are left
    out; white space is folded. The address of a link to another site stands in brackets after
    its words.
    """
    tree = _parse(source)
    shown = _shown(tree.root)
    article = _article(tree, shown)
    metas = {
        (node.attributes.get("property") or node.attributes.get("name") or "").lower(): (
            node.attributes.get("content") or ""
        )
        for node in tree.css("meta")
    }
    headings = [node for node in tree.css("h1") if node.mem_id in shown]
    inner = article.css("h1") if article else []
    links = [node.attributes.get("href") or "" for node in tree.css('link[rel="canonical"]')]
    times = tree.css("time[datetime]")
    return Page(
        titles=_filled(
            *(_one_line(node) for node in inner),
            fold(metas.get("og:title", "")),
            *(_one_line(node) for node in [*headings, *tree.css("title")]),
        ),
        text=_text(article),
        whole=_text(tree.root),
        addresses=_filled(*links, metas.get("og:url", ""), *_saved_from(source)),
        times=_filled(
            metas.get("article:published_time", ""),
            *(node.attributes.get("content") or "" for node in _dated(tree)),
            *(node.attributes.get("datetime") or "" for node in times),
        ),
    )


def fragment_text(source: str) -> str:
    """The text of a part of a page, such as the body of a release; see `read_page`."""
    return _text(_parse(source).body) if source.strip() else ""


def fold(text: str) -> str:
    """`text` on one line, without invisible characters."""
    return " ".join(_INVISIBLE.sub("", storable(text)).split())


def _parse(source: str) -> LexborHTMLParser:
    depth = 0

    def flatten(match: re.Match[str]) -> str:
        nonlocal depth
        name = match[2].lower()
        if name in _PLAIN:
            return ""
        if name not in _UNNESTED:
            depth = max(0, depth + (-1 if match[1] else 1))
            if depth + bool(match[1]) > _DEEPEST:
                return " "
        return match[0] if len(match[0]) < _LONGEST_TAG else f"<{match[1]}{name}>"

    return LexborHTMLParser(_TAG.sub(flatten, source.replace("\x00", "")))


def _article(tree: LexborHTMLParser, shown: set[int]) -> LexborNode | None:
    """The element that holds the text: the longest article, or else what has most paragraphs."""
    for query in ("article", "main", '[role="main"]', '[itemprop="articleBody"]'):
        found = [node for node in tree.css(query) if node.mem_id in shown]
        if found:
            return max(found, key=lambda node: len(node.text(deep=True)))
    weights: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in tree.css("p"):
        parent = paragraph.parent
        if parent is not None and paragraph.mem_id in shown:
            weight = weights.get(parent.mem_id, (0, parent))[0]
            weights[parent.mem_id] = (weight + len(paragraph.text(deep=True)), parent)
    return max(weights.values(), key=lambda found: found[0])[1] if weights else tree.body


def _dated(tree: LexborHTMLParser) -> list[LexborNode]:
    return tree.css('meta[itemprop="datePublished"], meta[name="date"], meta[name="pubdate"]')


def _saved_from(source: str) -> Iterator[str]:
    """The address that a browser, or SingleFile, noted where it saved the page."""
    head = source[:5_000]
    patterns = (r"saved from url=\(\d+\)(\S+)", r"Page saved with SingleFile\s+url:\s*(\S+)")
    for match in (re.search(pattern, head) for pattern in patterns):
        if match:
            yield html.unescape(match[1])


def _text(root: LexborNode | None) -> str:
    pieces: list[str] = []
    if root is not None:
        _walk(root, pieces)
    paragraphs = ("\n".join(_lines(part)) for part in "".join(pieces).split(_PARAGRAPH))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _walk(root: LexborNode, pieces: list[str]) -> None:
    node: LexborNode | None = root
    while node is not None:
        if node.is_text_node:
            pieces.append(fold_spaces(node.text(deep=False)))
        seen = node.is_element_node and (node.mem_id == root.mem_id or not _is_hidden(node))
        if seen or node.is_document_node:
            pieces.append(_opening(node))
            if node.first_child is not None:
                node = node.first_child
                continue
            pieces.append(_closing(node))
        node = _following(node, root, pieces)


def _following(node: LexborNode, root: LexborNode, pieces: list[str]) -> LexborNode | None:
    """The next node in reading order that is not inside of `node`; None behind `root`."""
    current: LexborNode | None = node
    while current is not None and current.mem_id != root.mem_id:
        if current.next is not None:
            return current.next
        current = current.parent
        if current is not None:
            pieces.append(_closing(current))
    return None


def _opening(node: LexborNode) -> str:
    if node.tag in _CELLS:
        return ""
    if node.tag == "li":
        return _LINE + _marker(node)
    return _LINE if node.tag in _LINES else _PARAGRAPH if _parts(node) else ""


def _closing(node: LexborNode) -> str:
    if node.tag in _CELLS:
        return _CELL if node.next is not None else ""
    if node.tag == "a":
        return _target(node)
    return _LINE if node.tag in _LINES - {"br"} else _PARAGRAPH if _parts(node) else ""


def _target(link: LexborNode) -> str:
    address = fold(link.attributes.get("href") or "")
    is_told = not address.startswith(("http://", "https://")) or address in link.text(deep=True)
    return "" if is_told else f" ({address})"


def _parts(node: LexborNode) -> bool:
    """Whether a blank line stands before and after the element."""
    if node.tag not in _BLOCKS:
        return False
    parent = node.parent
    return parent is None or parent.tag not in _CELLS | {"li"}


def _marker(item: LexborNode) -> str:
    parent = item.parent
    return "" if parent is not None and parent.tag == "ol" else "• "


def _is_hidden(node: LexborNode) -> bool:
    if node.tag in _UNSEEN:
        return True
    attributes = node.attributes
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if node.tag == "time" and "datetime" in attributes:
        # On its own it is when the page was made, in a paragraph it is part of the sentence.
        return node.parent is not None and node.parent.tag not in ("p", "li", "td")
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return node.tag not in ("html", "body") and _FURNITURE.search(names.lower()) is not None


def _shown(root: LexborNode | None) -> set[int]:
    """The ids of the elements that stand in no part of the page that is no text."""
    shown: set[int] = set()
    parents = [root] if root is not None else []
    while parents:
        node = parents.pop().first_child
        while node is not None:
            if node.is_element_node and not _is_hidden(node):
                shown.add(node.mem_id)
                parents.append(node)
            node = node.next
    return shown


def _lines(part: str) -> Iterator[str]:
    for line in part.split(_LINE):
        cells = [fold(cell) for cell in line.split(_CELL)]
        text = " | ".join(cells).strip(" |") if len(cells) > 1 else cells[0]
        if text and text != "•":
            yield text


def fold_spaces(text: str | None) -> str:
    """`text` with each run of white space as one space, invisible characters left in."""
    return re.sub(r"\s+", " ", storable(text or ""))


def _one_line(node: LexborNode) -> str:
    return fold(node.text(deep=True, separator=" "))


def _filled(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
