"""Documents signed, or to be signed, as accounts of a sentence; pure."""

from __future__ import annotations

import re
from dataclasses import replace

from index.extraction.annotation import Tense
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.others.documents import find_documents
from index.extraction.others.event_words import event_words
from index.extraction.others.moment import Moment, Named, Where
from index.extraction.others.signings import Signed, signed_documents

Span = tuple[int, int]
_WITH = re.compile(r"\s(?:with|с|со)\s(?:the\s|his\s|her\s)?$")


def read_documents(moment: Moment, listing: Tense | None = None) -> list[Account]:
    """One account for each document and foreign side.

    `listing` is what the sentence before, which ends with a colon, says of the documents that
    this one names.
    """
    words = event_words(moment.language)
    if listing is None and not words.may_tell("signing", moment.lowered):
        return []
    barriers = {each.mention.end for each in moment.named}
    documents = find_documents(moment.sentence, moment.language, barriers)
    people = [(each.mention.start, each.mention.end) for each in moment.named]
    signed = signed_documents(moment.sentence, documents, moment.language, people)
    if listing is not None and not signed:
        named = [document for document in documents if document.named]
        signed = [Signed(document, listing, document.start) for document in named[:1]]
    spans = [(document.start, document.end) for document in documents]
    return [account for one in signed for account in _accounts(moment, one, spans)]


def listing_after(moment: Moment) -> Tense | None:
    """What the sentence says of documents that are listed after it; None where it lists none."""
    if not moment.sentence.text.endswith(":"):
        return None
    words = event_words(moment.language).signing
    found = words.find(moment.sentence.lowered, moment.sentence.start, moment.sentence.end)
    return found[-1].label[1] if found else None


def _accounts(moment: Moment, one: Signed, spans: list[Span]) -> list[Account]:
    whole = (one.document.start, one.document.end)
    signatories = _signatories(moment, whole)
    name = _name(moment, whole, signatories)
    before = [end for _, end in spans if end < one.at]
    if before:
        # what stands between a document and its verb is told of the document
        spans = [*spans, (max(before), one.at)]
    own = moment.date_near(one.at, one.tense, spans)
    status = moment.status(one.tense, own)
    when = moment.dated(status, own)
    where = moment.place_near(one.at, spans)
    if where is None:
        where = moment.where if status is Status.TOOK_PLACE else Where()
    parties = [each.party for each in signatories if each.is_foreign]
    return [
        moment.account(EventKind.DOCUMENT, party, when, status, where, name)
        for party in _sides(moment, parties, whole, spans)
    ]


def _signatories(moment: Moment, name: Span) -> list[Named]:
    """People told after a document's name: "the Agreement on ... with the Minister of ..."."""
    return [
        each
        for each in moment.named
        if each.mention.person
        and name[0] < each.mention.start <= name[1]
        and _WITH.search(moment.sentence.body, name[0], each.mention.start)
    ]


def _name(moment: Moment, whole: Span, signatories: list[Named]) -> str:
    """The name without with whom it was signed."""
    end = min([whole[1], *(each.mention.start for each in signatories)])
    return _WITH.sub("", moment.sentence.body[whole[0] : end]).rstrip(" ,")


def _sides(moment: Moment, parties: list[Party], name: Span, spans: list[Span]) -> list[Party]:
    """The foreign sides of a document: those of its name, of the sentence, else those in force.

    The role "other" is added to each, since a document binds the side and not the signatory.
    """
    sides = parties or _in_name(moment, name) or moment.sides(spans) or list(moment.foreign)
    if not sides:
        sides = [Party(Role.OTHER)]
    return [_with_side(party) for party in dict.fromkeys(sides)]


def _with_side(party: Party) -> Party:
    if Role.OTHER in (party.role, *party.other_roles):
        return party
    return replace(party, other_roles=(*party.other_roles, Role.OTHER))


def _in_name(moment: Moment, name: Span) -> list[Party]:
    """Sides that the name itself has: "between the Governments of ..."."""
    words = event_words(moment.language).lists["clause.sides"]
    if not words.find(moment.sentence.lowered, *name):
        return []
    inside = (m for m in moment.sentence.mentions if name[0] <= m.start < name[1])
    return moment.mentioned(inside)
