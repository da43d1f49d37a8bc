"""Which ranks the words for offices in a question stand for."""

from __future__ import annotations

from index.extraction.event import Role

# Key: a name of `QueryWords`. Several ranks where the word leaves it open.
ROLES: dict[str, frozenset[Role]] = {
    "foreign_minister": frozenset({Role.FOREIGN_MINISTER}),
    "deputy_foreign_minister": frozenset({Role.DEPUTY_FOREIGN_MINISTER}),
    "minister": frozenset({Role.FOREIGN_MINISTER, Role.MINISTER}),
    "deputy_minister": frozenset({Role.DEPUTY_FOREIGN_MINISTER}),
    "other_minister": frozenset({Role.MINISTER}),
    "president": frozenset({Role.PRESIDENT}),
    "vice_president": frozenset({Role.OTHER}),
    "other_official": frozenset({Role.OTHER}),
    "prime_minister": frozenset({Role.PRIME_MINISTER}),
    "deputy_prime_minister": frozenset({Role.DEPUTY_PRIME_MINISTER}),
    "leader": frozenset({Role.PRESIDENT, Role.PRIME_MINISTER}),
    "speaker": frozenset({Role.SPEAKER}),
    "ambassador": frozenset({Role.AMBASSADOR}),
    "special_representative": frozenset({Role.SPECIAL_REPRESENTATIVE}),
    "organization_head": frozenset({Role.ORGANIZATION_HEAD}),
    "head": frozenset({Role.ORGANIZATION_HEAD}),
    "foreign_ministry_officials": frozenset({Role.FOREIGN_MINISTER, Role.DEPUTY_FOREIGN_MINISTER}),
    "guests": frozenset(),
}
