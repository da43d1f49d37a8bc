"""English: a sentence as a row of chunks, with whole titles of offices and whole names."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from index.extraction.annotation import (
    OfficeMention,
    Reference,
    Sentence,
    Trigger,
    TriggerKind,
)
from index.extraction.english.bodies import Houses, with_bodies
from index.extraction.english.rows import Chunk, Row, chunk_row
from index.extraction.event import Role
from index.extraction.lexicon import Lexicon
from index.places.mentions import CountryMention

_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "–": "-", "—": "-",
    "-": "-", "(": "(", ")": ")", "’": "'", "'": "'", "ʼ": "'", "&": "&", "/": "(",
}  # fmt: skip
_REFERENCES = {
    Reference.GUEST: "G",
    Reference.HOST: "S",
    Reference.PRONOUN: "H",
    Reference.COUNTERPART: "K",
}
_PREPOSITIONS = frozenset(
    [
        "in",
        "at",
        "to",
        "into",
        "from",
        "with",
        "between",
        "on",
        "near",
        "via",
        "through",
        "among",
        "against",
        "towards",
    ]
)
_SMALL = {"of": "o", "for": "f", "by": "b", "s": "s"}
_TAIL_WORD = re.compile(r"\s*(,|&|[^\W\d_]+(?:[’'-][^\W\d_]+)*)")
_TAIL_JOINTS = frozenset([",", "&", "and", "of", "the", "for", "with"])
_SEPARATORS = frozenset(["and", ",", "&"])
_TITLES = frozenset(
    ["minister", "ministers", "deputy", "secretary", "president", "prime", "ambassador", "head"]
)
_LONGEST_GAP = 3
_HONORIFIC = re.compile(r"\b(?:h\. ?e|dr|mr|mrs|ms|prof|hon|rt)\.")
_BODY = re.compile(r"(?: of (?:the )?[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*){0,3}(?=[ ,.])){1,3}")
_JOINT = re.compile(r"\b(?:as well as|along with|together with)\b")
_MINISTERIAL = re.compile(r"minister|secretary|councillor|commissioner")
_FOREIGN = re.compile(
    r"foreign (?!trade|economic|investment|commerce)|foreign$|external (?:affairs|relations)"
    r"|international relations|european and international affairs"
)


class English:
    """Makes rows of English sentences."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        words = lexicon.words
        self._tags = {word: tag for tag, key in (
            ("a", "articles"), ("h", "possessives"), ("m", "modifiers"), ("&", "joints"),
            ("w", "subordinators"), ("t", "honorifics"),
        ) for word in words[key]}  # fmt: skip
        self._tags |= dict.fromkeys(_PREPOSITIONS, "p") | _SMALL | _PUNCTUATION
        self._not_names = words["not_names"]
        self._particles = words["particles"]
        self._domains = words["domain_heads"]
        self._states = words["state_nouns"]
        self._houses = Houses(words["houses"])
        self._tag_of = lru_cache(maxsize=16384)(self._tag)

    def row(self, sentence: Sentence) -> Row:
        """The sentence's chunks."""
        sentence = with_bodies(self._houses.found(sentence))
        offices = [self._with_domain(sentence, office) for office in sentence.offices]
        extra = [
            Chunk(_REFERENCES[f.label], f.start, f.end, sentence.body[f.start : f.end])
            for f in self._lexicon.references.find(sentence.lowered, sentence.start, sentence.end)
        ]
        extra += [
            Chunk("t", match.start(), match.end(), match.group())
            for match in _HONORIFIC.finditer(sentence.lowered, sentence.start, sentence.end)
        ]
        extra += [
            Chunk("&", match.start(), match.end(), match.group())
            for match in _JOINT.finditer(sentence.lowered, sentence.start, sentence.end)
        ]
        row = chunk_row(sentence, _apart(offices), extra, self._tag_of)
        chunks = self._with_states(_possessives(list(row.chunks)))
        chunks = self._with_names(chunks, sentence.body)
        around = zip(chunks, [None, *chunks[:-1]], [*chunks[1:], None], strict=True)
        chunks = [_retagged(chunk, before, after) for chunk, before, after in around]
        return replace(row, chunks=tuple(chunks), tags="".join(c.tag for c in chunks))

    def _tag(self, word: str) -> str:
        if len(word) == 1 and word.isupper() and word not in "AI":
            return "N"  # an initial
        lowered = word.lower()
        tag = self._tags.get(lowered)
        if tag:
            return tag
        is_shouted = word.isupper() and len(word) > 1
        is_name = word[0].isupper() and not is_shouted and lowered not in self._not_names
        return "N" if is_name else "x"

    def _with_domain(self, sentence: Sentence, office: OfficeMention) -> OfficeMention:
        """The office with all that it is for: "... and Regional Integration"."""
        title = sentence.lowered[office.start : office.end]
        if office.role is Role.ORGANIZATION_HEAD and " of " in title:
            return replace(office, end=self._end_of_body(sentence, office))
        is_ministry = office.role is not Role.ORGANIZATION_HEAD and _MINISTERIAL.search(title)
        if not is_ministry or title.startswith("prime"):
            return office
        end = self._end_of_domain(sentence, office)
        domain = sentence.lowered[office.end : end]
        role = office.role
        if role is Role.MINISTER and _FOREIGN.search(domain):
            role = Role.FOREIGN_MINISTER
        if role is Role.DEPUTY_FOREIGN_MINISTER and domain and not _FOREIGN.search(title + domain):
            role = Role.OTHER
        return replace(office, end=end, role=role)

    def _end_of_body(self, sentence: Sentence, office: OfficeMention) -> int:
        """Where the name of what somebody heads ends: "... of Chambers of Commerce"."""
        places = [m.start for m in sentence.mentions if m.start >= office.end]
        match = _BODY.match(sentence.body, office.end, min(places, default=sentence.end))
        return match.end() if match else office.end

    def _end_of_domain(self, sentence: Sentence, office: OfficeMention) -> int:
        body = sentence.body
        capital = body[office.start].isupper()
        has_domain = bool(re.search(r" (?:of|for) ", body[office.start : office.end]))
        end, position, gap = office.end, office.end, 0
        countries = {m.start: m.end for m in sentence.mentions if isinstance(m, CountryMention)}
        first, last = True, ""
        while match := _TAIL_WORD.match(body, position, sentence.end):
            word = match[1].lower()
            if first and word not in (("of", "for") if not has_domain else (",", "and", "&")):
                break
            if (word == "the" and not first and last in _SEPARATORS) or word in _TITLES:
                break
            first, last = False, word
            position = match.end()
            if match.start(1) in countries:
                position = max(position, countries[match.start(1)])
                gap += 1
            elif word in self._domains and (not capital or match[1][0].isupper()):
                end, gap = position, 0
            elif word not in _TAIL_JOINTS:
                if match[1][0].islower():
                    break
                gap += 1
            if gap > _LONGEST_GAP or (gap and word == ","):
                break
        return end

    def _with_states(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks with "the Oriental Republic of" made part of the country after it."""
        kept: list[Chunk] = []
        for chunk in chunks:
            while chunk.tag == "C" and len(kept) > 1 and kept[-1].tag == "o":
                if kept[-2].text.lower() not in self._states or not kept[-2].text[0].isupper():
                    break
                first = len(kept) - 2
                while first and kept[first - 1].tag in "NxA" and kept[first - 1].text[0].isupper():
                    first -= 1
                chunk = chunk._replace(start=kept[first].start)
                del kept[first:]
            kept.append(chunk)
        return kept

    def _with_names(self, chunks: list[Chunk], body: str) -> list[Chunk]:
        """Neighbouring words of a name as one chunk."""
        joined: list[Chunk] = []
        index = 0
        while index < len(chunks):
            chunk = chunks[index]
            if chunk.tag != "N":
                joined.append(chunk)
                index += 1
                continue
            last = self._last_of_name(chunks, index)
            end = chunks[last].end
            joined.append(Chunk("N", chunk.start, end, " ".join(body[chunk.start : end].split())))
            index = last + 1
        return joined

    def _last_of_name(self, chunks: list[Chunk], first: int) -> int:
        last, index = first, first + 1
        while index < len(chunks) and index <= last + 3:
            chunk = chunks[index]
            if chunk.tag == "N":
                last = index
            elif self._is_surname(chunks, index):
                return index
            elif not self._may_join(chunks, index):
                break
            index += 1
        return last

    def _is_surname(self, chunks: list[Chunk], index: int) -> bool:
        """Whether what looks like a people's adjective ends a name: no noun follows it."""
        following = chunks[index + 1].tag if index + 1 < len(chunks) else "."
        is_one_word = chunks[index].tag in "CT" and " " not in chunks[index].text
        return (chunks[index].tag == "A" or is_one_word) and following in ",.&wV"

    def _may_join(self, chunks: list[Chunk], index: int) -> bool:
        """Whether a chunk can stand in the middle of a name: "bin", an initial's full stop."""
        chunk = chunks[index]
        if chunk.text.lower() in self._particles:
            return True
        if chunk.tag == ".":
            return len(chunks[index - 1].text) == 1
        return chunk.tag == "'" and chunks[index - 1].end == chunk.start


def _retagged(chunk: Chunk, before: Chunk | None, following: Chunk | None) -> Chunk:
    """A delegation as L, "the Georgian one" as a colleague; "was in" before a date is no verb."""
    value = chunk.value
    if chunk.text == "that" and following is not None and following.tag == "o":
        return chunk._replace(tag="x")
    if chunk.text in ("one", "leader") and before is not None and before.tag == "A":
        return chunk._replace(tag="K")
    if isinstance(value, OfficeMention) and value.role is Role.DELEGATION:
        return chunk._replace(tag="L")
    is_stay = isinstance(value, Trigger) and value.kind is TriggerKind.STAY
    if is_stay and following is not None and following.tag == "D":
        return chunk._replace(tag="p", value=None)
    return chunk


def _apart(offices: list[OfficeMention]) -> list[OfficeMention]:
    """Offices without those that a longer title took in."""
    kept: list[OfficeMention] = []
    for office in offices:
        if not kept or kept[-1].end <= office.start:
            kept.append(office)
    return kept


def _is_initial(chunks: list[Chunk], index: int) -> bool:
    """Whether a letter with its full stop stands before a name: "A. Rahman"."""
    rest = chunks[index + 2 : index + 3]
    return chunks[index + 1].start == chunks[index].end and bool(rest) and rest[0].tag == "N"


def _possessives(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with "’s" as one chunk s, a lone "’" after a country too."""
    kept: list[Chunk] = []
    for index, chunk in enumerate(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        if chunk.tag == "'" and following and following.tag == "s":
            continue
        if chunk.text == "A" and following and following.text == "." and _is_initial(chunks, index):
            chunk = chunk._replace(tag="N")
        is_abbreviated = chunk.tag == "." and kept and kept[-1].tag in "CE"
        if is_abbreviated and following and kept[-1].end == chunk.start:
            continue
        if chunk.tag == "'" and kept and kept[-1].tag in "CEA":
            chunk = chunk._replace(tag="s")
        kept.append(chunk)
    return kept
