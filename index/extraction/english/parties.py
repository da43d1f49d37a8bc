"""English: offices, countries and names put together to the people who act in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.extraction.annotation import OfficeMention, PartyMention, Reference
from index.extraction.english.lists import by_domain, group, named, people_after, person_of, sided
from index.extraction.english.rows import Chunk, Row
from index.extraction.event import Role
from index.extraction.people import HOME
from index.places.mentions import CountryMention

# Letters are tags of chunks (see `english_chunks`): O office, Q offices, L delegation, C country,
# A adjective of a country, E organisation, N name, K colleague, a article, m modifier, h his, o of,
# f for, p other preposition, t honorific, s possessive, w who.
_NAMED = r"(?:,?t*N(?=[,&.;wV)])|\(t*N\)|\([xD]\))?"
_JOINT = r"(?:,&|&,|;&|,|&|;(?=[op]))"
_LIST = rf"o?a?(?:[CE](?:{_NAMED}{_JOINT}(?:pD,?)?[op]?a?m*[CE](?!A|s?m*[OQL]))*(?:\([xD]\))?)"
# "a delegation of the Assembly of People's Representatives of"
_HOUSE = r"(?<=L)oa?[Nx][Nxs]{0,3}(?:o[Nx][Nxs]{0,3})?(?=oa?C)"
_OFFICE = re.compile(
    rf"(?:(?P<before>t*N)(?:[,(-]|,wx))?"
    rf"(?P<pre>h?a?m*(?:(?P<owner>[ACE](?:(?:,&|,|&)a?[ACE])*)s?)?m*(?:O(?:oa?C)?s)?)"
    rf"(?P<office>L|[OQ](?:(?:(?:oa?C)?s?-|,a?E?|&)[OQ])*)"
    rf"(?:[ofp]a?R(?:&R)*)?"
    rf"(?:(?:(?:[of]|(?<=L)p(?=a?C))(?:x{{0,3}}[,:-]|x{{0,2}}:?)|{_HOUSE})(?P<countries>{_LIST})"
    rf"|oax(?=,?t*N[,.;wV])|oN(?=,t*N[,.;wV])|(?P<compatriot>[of]h[xN]))?(?:(?<=E)x{{1,2}}(?=t*N)|(?<=f[CR])x{{1,2}}(?=,t*N))?"
    rf"(?P<topic>fa?[CRE](?=,?t*N[,&.;wV)])|(?:f(?:[NxRCE&]|,(?=[Nx]&)){{1,7}}(?=[,wV.]))?)"
    rf"(?:(?P<comma>,?)(?:(?<!L)(?<!L,)O)?(?P<after>t*N)(?!(?<=,N)x|(?<=QN)\()(?:(?:oa?|\()(?P<late>C)\)?)?)?"
)
_COLLEAGUE = re.compile(
    r"(?:h|a|(?P<possessor>[CE])s)m*(?P<owner>A)?m*K(?:[op](?P<country>a?[CE]))?(?:,?(?P<name>t*N))?"
)
_COLLEAGUES = re.compile(rf"(?:h|a)?m*(?P<plural>K)[op](?P<countries>{_LIST})(?:,?t*N)?")
_NATIONAL = re.compile(r"(?P<owner>C)s(?P<name>t*N)")
_OF_COUNTRY = re.compile(
    r"(?P<name>t*N)(?:\(a?(?P<owner>C)\)|,a(?P<people>A)(?=[,.])|oa?(?P<home>C)(?=[,&.;wV)]))"
)
_THEY, _FORMER = ("they", "both", "the two"), ("then", "former")
_LOCAL = re.compile(r"(?:lord |deputy |vice[ -])?(?:mayor|governor|akim|prefect)")
_EX = re.compile(r"(?<!\w)[Ee]x[ -]$")
_QUOTE = re.compile('[“«"]')
_COPULAS = frozenset(["is", "was", "serves", "served"])
_BARE = re.compile(r"(?P<name>t*N)(?=s[xm]*Y|,?V|,w|x?V|&hA?K)|(?<=[pb])N(?=[&.,;p])")
_OF_STATES = frozenset(
    {Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.PRIME_MINISTER, Role.MINISTER}
)
# Titles that the own ministry does not know: whoever holds one is of another country.
_OF_OTHERS = re.compile(
    r"external|international|european|federal|cabinet secretary|commonwealth|worship|delegate"
    r"|minister of state|(?:principal|permanent|parliamentary) (?:under[ -]?)?secretary"
)
_STARTS = frozenset("tNhamACEOQLKGSH")
_ALONE = re.compile(r"(?P<guest>G)|(?P<host>S)|(?P<pronoun>H)")


def read_parties(row: Row) -> list[PartyMention]:
    """Everybody named in the row by office, as a colleague, as a guest or by a pronoun."""
    found: list[PartyMention] = []
    position = 0
    while position < len(row.tags):
        if row.tags[position] not in _STARTS:
            position += 1
            continue
        parties, after = _at(row, position)
        found += parties
        position = max(after, position + 1)
        end = max((party.end for party in parties), default=0)
        while position < len(row.tags) and row.chunks[position].start < end:
            position += 1
    return found


def _at(row: Row, position: int) -> tuple[list[PartyMention], int]:
    """Parties that begin at a chunk, and the chunk after them."""
    for pattern, read in (
        (_OFFICE, _officials),
        (_COLLEAGUES, _colleagues),
        (_COLLEAGUE, _colleague),
        (_NATIONAL, _national),
        (_OF_COUNTRY, _of_country),
        (_ALONE, _alone),
        (_BARE, _bare),
    ):
        match = pattern.match(row.tags, position)
        parties = list(read(row, match)) if match else []
        if match and (parties or pattern not in (_COLLEAGUES, _OF_COUNTRY)):
            return parties, match.end()
    return [], position


def _officials(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    offices = [c for c in group(row, match, "office") if isinstance(c.value, OfficeMention)]
    office = _joined([c.value for c in offices if isinstance(c.value, OfficeMention)])
    names = [c for c in group(row, match, "after") if c.tag == "N"]
    names = names or [c for c in group(row, match, "before") if _may_be_named(c, row)]
    countries = _owners(row, match, office)
    start = row.chunks[match.start()].start
    if match["before"] and match["after"]:
        start = row.chunks[match.start("pre")].start
    end = row.chunks[match.end() - 1].end
    body = PartyMention(
        start,
        end,
        office.start,
        _reference(match, office, names, countries),
        role=None if _is_bare(office) else _role(row, match, office, countries),
        office=row.body[office.start : office.end],
        other_roles=office.other_roles,
        plural=office.plural,
        definite=_is_definite(row, match, offices),
    )
    listed = countries if office.plural else countries[:1]
    if names and not office.plural:
        body = replace(body, person=person_of(names[0]))
    people = people_after(row, match, len(listed))
    for number, country in enumerate(listed):
        party = named(row, match, sided(body, country), country)
        yield replace(party, person=people[number], end=people[-1].end) if people else party
    if not listed:
        yield from by_domain(_own(row, match, body))


def _colleagues(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    """Colleagues of several countries, each with the name that stands after it."""
    countries = [c for c in group(row, match, "countries") if c.tag in "CE"]
    if not row.chunks[match.start("plural")].text.endswith("s"):
        return
    start, end = row.chunks[match.start()].start, row.chunks[match.end() - 1].end
    for country in countries:
        body = PartyMention(start, end, start, Reference.COUNTERPART, plural=len(countries) > 1)
        yield named(row, match, sided(body, country), country)


def _of_country(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    """Somebody named with no more than a country: "N (Peru)", "N of Peru"."""
    owner = max(match.start("owner"), match.start("home"), match.start("people"))
    country, name = row.chunks[owner], row.chunks[match.end("name") - 1]
    if match["home"] and " " not in name.text:
        return
    start, end = row.chunks[match.start()].start, row.chunks[match.end() - 1].end
    body = PartyMention(start, end, start, Reference.PERSON, person=person_of(name))
    yield sided(body, country)


def _joined(offices: list[OfficeMention]) -> OfficeMention:
    """One office of several that one person holds: a foreign minister first, else the first."""
    main = next((o for o in offices if o.role is Role.FOREIGN_MINISTER), offices[0])
    others = tuple(o.role for o in offices if o.role is not main.role)
    start, end = offices[0].start, offices[-1].end
    others = tuple(dict.fromkeys((*main.other_roles, *others)))
    return OfficeMention(start, end, main.role, others, any(o.plural for o in offices))


def _may_be_named(chunk: Chunk, row: Row) -> bool:
    """Whether a word before a title is a name, not the "Moreover," that opens a sentence."""
    if chunk.tag != "N" or (" " not in chunk.text and chunk is row.chunks[0]):
        return False
    after = row.chunks.index(chunk) + 2
    is_clause = row.tags[after - 1 : after + 1] == ",w"
    return not is_clause or row.chunks[after + 1].text.lower() in _COPULAS


def _owners(row: Row, match: re.Match[str], office: OfficeMention) -> list[Chunk]:
    """The countries and organisations whose office it is, from where the title tells them first."""
    tags = "CE" if office.role not in _OF_STATES else "C"
    countries = [c for c in group(row, match, "countries") if c.tag in tags]
    is_topic = row.tags[: max(match.start("countries"), 0)].rstrip("a").endswith("f")
    if is_topic and office.role is Role.SPECIAL_REPRESENTATIVE:
        countries = []  # what an envoy is for, not whose he is
    return (
        countries
        or [c for c in group(row, match, "owner") if c.tag in "A" + tags]
        or [c for c in group(row, match, "office") if c.tag == "C"]
        or group(row, match, "late")
        or _inside(row, office)
        or _represented(row, match)
    )


def _own(row: Row, match: re.Match[str], body: PartyMention) -> PartyMention:
    """The party; "our minister" as the own country's, unless somebody is quoted."""
    is_ours = any(c.text.lower() == "our" for c in group(row, match, "pre"))
    if not is_ours or _QUOTE.search(row.body, row.chunks[0].start, body.start):
        return body
    return replace(body, country=HOME, reference=Reference.FULL)


def _is_definite(row: Row, match: re.Match[str], offices: list[Chunk]) -> bool:
    """Whether the words mark somebody of another side; "the mayor, N" is of the place."""
    is_other = (
        "a" in match["pre"]
        and bool(match["comma"])
        and not _LOCAL.fullmatch(offices[-1].text.lower())
    )
    is_former = any(c.text.lower() in _FORMER for c in group(row, match, "pre"))
    return is_other or is_former or _has_more(offices)


def _role(row: Row, match: re.Match[str], office: OfficeMention, owners: list[Chunk]) -> Role:
    """The office's role; the president of an organisation is its head, a former one no more."""
    pre = {c.text.lower() for c in group(row, match, "pre")}
    if "former" in pre or _EX.search(row.body, max(0, office.start - len("ex-")), office.start):
        return Role.OTHER
    is_head = office.role is Role.PRESIDENT and bool(owners) and owners[0].tag == "E"
    return Role.ORGANIZATION_HEAD if is_head else office.role


def _is_bare(office: OfficeMention) -> bool:
    """Whether it is just "minister": which one is told elsewhere."""
    return office.role is Role.MINISTER and office.end - office.start <= len("ministers")


def _has_more(offices: list[Chunk]) -> bool:
    """Whether the title names more than foreign affairs, as the own minister's does not."""
    title = offices[-1].text.lower()
    is_more = "foreign affairs" in title and not title.endswith("foreign affairs")
    return is_more or _OF_OTHERS.search(title) is not None


def _represented(row: Row, match: re.Match[str]) -> list[Chunk]:
    """The country of a delegation that he leads, or that "is represented by" him."""
    before = row.tags[: match.start()]
    led = re.search(r"A?m*L[^V;.]{0,10}?(?:,?Vb|xa?)$", before)
    if led is not None:
        return [c for c in row.chunks[led.start() : match.start()] if c.tag in "ACE"][:1]
    origin = re.search(r"p(a?C),a?m*$", before)
    if origin is not None and row.chunks[origin.start()].text.lower() in ("from", "for"):
        return [c for c in row.chunks[origin.start() : origin.end()] if c.tag == "C"]
    told = re.search(r"[CA][^CV]{0,3}V(?:pT)?b?$", before)
    if told is None:
        return []
    verb = row.chunks[told.start() + told[0].index("V")]
    is_sent = re.search("represented|sent|delegated|dispatched", verb.text)
    return [row.chunks[told.start()]] if is_sent else []


def _inside(row: Row, office: OfficeMention) -> list[Chunk]:
    """The country that stands in the middle of an office: "head of Finnish diplomacy"."""
    inner = [m for m in row.inner if office.start <= m.start < office.end]
    inner.sort(key=lambda m: not isinstance(m, CountryMention))
    return [Chunk("C", m.start, m.end, "", m) for m in inner][:1]


def _reference(
    match: re.Match[str], office: OfficeMention, names: list[Chunk], countries: list[Chunk]
) -> Reference:
    if match["compatriot"]:
        return Reference.COMPATRIOT
    if names or countries:
        return Reference.FULL
    if "h" in match["pre"] and office.role is not Role.DELEGATION:
        return Reference.COMPATRIOT
    return Reference.DELEGATION if office.role is Role.DELEGATION else Reference.OFFICE


def _colleague(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    chunks = [
        c
        for name in ("possessor", "owner", "country")
        for c in group(row, match, name)
        if c.tag in "ACE"
    ]
    names = [c for c in group(row, match, "name") if c.tag == "N"]
    start, end = row.chunks[match.start()].start, row.chunks[match.end() - 1].end
    person = person_of(names[0]) if names else None
    body = PartyMention(start, end, start, Reference.COUNTERPART, person=person)
    yield sided(body, chunks[-1]) if chunks else body


def _national(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    owner = row.chunks[match.start("owner")]
    name = row.chunks[match.end("name") - 1]
    body = PartyMention(
        owner.start, name.end, owner.start, Reference.PERSON, person=person_of(name)
    )
    yield sided(body, owner)


def _alone(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    kinds = {"guest": Reference.GUEST, "host": Reference.HOST, "pronoun": Reference.PRONOUN}
    chunk = row.chunks[match.start()]
    reference = kinds[match.lastgroup or "pronoun"]
    is_plural = chunk.text.lower() in _THEY
    yield PartyMention(chunk.start, chunk.end, chunk.start, reference, plural=is_plural)


def _bare(row: Row, match: re.Match[str]) -> Iterator[PartyMention]:
    """A name before a verb, whose office another sentence or nobody tells."""
    name = row.chunks[match.end() - 1]
    person = person_of(name)
    before = row.chunks[match.start() - 1].text.lower() if match.start() else ""
    if match["name"] is None and before not in ("with", "between", "by"):
        return
    yield PartyMention(
        name.start, name.end, name.start, Reference.PERSON, person=person, definite=True
    )
