"""Which offices one person may hold, and what role they come to; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import PartyMention, Reference
from index.extraction.event import Role
from index.extraction.russian.phrase import Office, Owner

MINISTERS = frozenset({Role.FOREIGN_MINISTER, Role.MINISTER})
_RANK = (
    Role.PRESIDENT, Role.PRIME_MINISTER, Role.FOREIGN_MINISTER, Role.SPEAKER,
    Role.DEPUTY_PRIME_MINISTER, Role.DEPUTY_FOREIGN_MINISTER, Role.MINISTER,
)  # fmt: skip
_HEADS = ("президент", "глав", "руководител", "председател")
_SECRETARIES = ("госсекретар", "государственн")
# «госсекретарь по делам Европы»: of another field than foreign affairs.
# Without a field and a country: of the ministry whose release it is.
_BARE_DEPUTY = re.compile(
    r"(?:перв\w+\s+)?(?:заместител\w{1,3}\s+министр\w{0,2}|замминистр\w{0,2}|вице-министр\w{0,2})"
)
_OTHER_FIELD = re.compile(r"секретар\w{0,3}\s+по\s+(?!(?:иностранн|внешн|зарубежн|международн))")


def may_go_together(roles: tuple[Role, ...], role: Role, gap: str) -> bool:
    """Whether one person may hold an office besides others: never two of one rank.

    A dash joins any of them, a comma or «и» only what ministers hold besides.
    """
    all_roles = {*roles, role}
    if role in roles or not all_roles <= {*_RANK}:
        return False
    if is_dash(gap):
        return True
    return len(all_roles & MINISTERS) == 1 and Role.PRESIDENT not in roles


def is_dash(gap: str) -> bool:
    """Whether nothing but a dash stands between two titles."""
    return gap.strip() in ("–", "—", "-")


def role_of(office: Office, owner: Owner | None, written: str) -> tuple[Role, tuple[Role, ...]]:
    """The main role of an office's holder and the others; `written` is the title as it stands."""
    role, *others = sorted(office.roles, key=_rank)
    country = owner.country if owner else None
    lowered = written.lower()
    if owner is not None and owner.organization and role in (Role.PRESIDENT, Role.OTHER):
        role = Role.ORGANIZATION_HEAD if lowered.startswith(_HEADS) else role
    elif role is Role.OTHER and owner is None and _BARE_DEPUTY.fullmatch(lowered):
        role = Role.DEPUTY_FOREIGN_MINISTER
    elif role is Role.ORGANIZATION_HEAD and country:
        role = Role.OTHER
    elif role is Role.OTHER and country and lowered.startswith("глав"):
        role = Role.PRESIDENT
    elif role is Role.FOREIGN_MINISTER and lowered.startswith(_SECRETARIES):
        is_foreign = country in (None, "US") and not _OTHER_FIELD.search(lowered)
        role = role if is_foreign else Role.OTHER
    return role, tuple(others)


def is_one_side(one: PartyMention, other: PartyMention) -> bool:
    """Whether two titles can be one person's: they name no two countries or organisations."""
    sides = {(p.country, p.organization) for p in (one, other)} - {(None, None)}
    return len(sides) <= 1


def together(one: PartyMention, other: PartyMention, body: str) -> PartyMention:
    """The holder of two offices, the second of which gives his name."""
    roles = [r for p in (one, other) for r in (p.role, *p.other_roles) if r is not None]
    ranked = sorted(dict.fromkeys(roles), key=_rank)
    end = other.person.start if other.person else other.end
    return replace(
        one,
        end=other.end,
        named=other.named if other.person else one.named,
        reference=Reference.FULL,
        role=ranked[0] if ranked else None,
        other_roles=tuple(ranked[1:]),
        person=other.person,
        office=body[one.start : end].rstrip(),
        country=one.country or other.country,
        organization=one.organization or other.organization,
    )


def _rank(role: Role) -> int:
    if role is Role.ORGANIZATION_HEAD:
        return 0
    return _RANK.index(role) if role in _RANK else len(_RANK)
