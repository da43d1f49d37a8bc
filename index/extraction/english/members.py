"""English: who comes in the company of somebody else, by the words that tell so; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import PartyMention, Reference, Trigger, TriggerKind
from index.extraction.english.rows import Row
from index.extraction.event import Role

INCLUDING = re.compile(
    r"included|includes|comprise|consisted|counted|counts|numbered|encompassed|featured|made up of"
    r"|composed of|participation|presence|attendance|accompanied|joined by|(?:was|were) joined"
    r"|escorted|flanked|brought|in the company|^sent|has sent"
)
# What somebody looks at on the spot is shown to him by hosts: "toured the port together with".
INSPECTING = re.compile("inspect|tour|examin|acquaint|familiari")
_CONTENT = re.compile("includ|compris|consist|count|number|encompass|featur|made up|composed")
_PART = re.compile(r"\b(?:part|members?) of (?:the|his|her) (?:[\w-]+ )?delegation[.,;]?")
TOGETHER = ("together with", "along with")
_WITH = ("with", "among", "amongst", "alongside", *TOGETHER)
_EARLY = 4  # chunks within which a sentence begins
_BESIDE = re.compile(r"including|among|amongst")
_OWN_DEPUTY = re.compile(r"(?:his|her) (?:first |second )?deputy")
_SUCCESSION = re.compile(r"(?:(?:his|her) )?(?:\w+ )?(?:predecessor|successor)")
_COMING = re.compile(r"(?:also )?(?:came|arrived|travelled|flew in|has come|have come)")
_BELONGING = re.compile(
    r",? (?:(?:who|that) (?:is |was |were )?)?(?:also |a )?(?:(?:member|part) of (?:the|his|her) "
    r"(?:[\w-]+ )?delegation|accompan(?:ying|ied)|(?:in|on) (?:the|his|her) (?:delegation|retinue))"
)
_NAMED_ONLY = (Reference.FULL, Reference.OFFICE)


def with_members(row: Row, parties: list[PartyMention]) -> list[PartyMention]:
    """The parties; a named one without a country, told in another's company, as a member."""
    parties = [_same_role(party) for party in parties]
    if not any(_may_accompany(party) for party in parties):
        return parties
    start = _start_of_company(row)
    return [
        replace(party, reference=Reference.MEMBER)
        if _may_accompany(party)
        and (
            start < party.start
            or _BELONGING.match(row.body, party.end)
            or _OWN_DEPUTY.match((party.office or "").lower())
        )
        else party
        for party in parties
    ]


def _may_accompany(party: PartyMention) -> bool:
    """Whether it is somebody with a name, of whose side the words say nothing."""
    is_sided = party.country is not None or party.organization is not None
    return party.person is not None and not is_sided and party.reference in _NAMED_ONLY


def _same_role(party: PartyMention) -> PartyMention:
    """The party; "her predecessor" with no role, which is hers."""
    if not _SUCCESSION.match((party.office or "").lower()):
        return party
    return replace(party, role=None, reference=Reference.MEMBER)


def is_beside(row: Row, first: int, last: int) -> bool:
    """Whether between two chunks stands ", among them" and the like: one side is of the other."""
    words = [chunk.text.lower() for chunk in row.chunks[first:last]]
    words = [word for word in words if word not in (",", "-", "–", "(")]
    return bool(words) and len(words) <= 2 and _BESIDE.fullmatch(words[0]) is not None


def as_member(party: PartyMention) -> PartyMention:
    """An office or delegation without a country as one of whom the sentence tells first."""
    if party.reference in (Reference.OFFICE, Reference.DELEGATION):
        return replace(party, reference=Reference.MEMBER)
    return party


def as_companion(party: PartyMention) -> PartyMention:
    """Somebody told to come with another one: of the same side, if his own is not told."""
    is_told = party.country is not None or party.organization is not None
    if is_told or party.reference not in (*_NAMED_ONLY, Reference.DELEGATION):
        return party
    return replace(party, reference=Reference.MEMBER)


def is_group(party: PartyMention) -> bool:
    """Whether people without names are meant, who come with somebody."""
    return party.role is Role.DELEGATION


def _start_of_company(row: Row) -> int:
    """The offset after which a sentence names who comes along; its end if it does not."""
    if _PART.search(row.body, row.chunks[0].start, row.chunks[-1].end):
        return row.chunks[0].start - 1
    has_come = False
    for index, chunk in enumerate(row.chunks):
        word = chunk.text.lower()
        if has_come and word in TOGETHER:
            return chunk.start
        if isinstance(chunk.value, Trigger):
            has_come = chunk.value.kind is TriggerKind.ARRIVAL and not INSPECTING.search(word)
            is_inverted = (
                row.chunks[0].text.lower() in _WITH and _COMING.fullmatch(word) and index <= _EARLY
            )
            is_list = INCLUDING.search(word) and not _is_of_programme(row, index, word)
            if is_list or is_inverted:
                return chunk.start
        elif index and row.tags[index - 1] in ",(-" and _BESIDE.fullmatch(word):
            return chunk.start
    return row.chunks[-1].end


def _is_of_programme(row: Row, index: int, word: str) -> bool:
    """Whether not a delegation but a programme or an agenda includes what follows."""
    return _CONTENT.search(word) is not None and not re.search("[LQ]", row.tags[:index])
