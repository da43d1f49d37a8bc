"""Events found to an answer: the list or count, the first or last, or that there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import Answer, AnswerKind, NearMiss, Scope
from bot.events.criteria import Reason, is_of_one
from bot.events.headlines import absence, comparison, count_of, headline
from bot.events.items import Teller, item, label, role_name, sources
from bot.events.selection import Group, Selection
from bot.events.selection import NearMiss as Missed
from bot.messages import Texts
from bot.query.query import EventQuery, ItemOf, Shape
from bot.question import Question
from index.places.gazetteer import Gazetteer

MOST_DAYS = 3  # visits told where it is asked when somebody came: more is a list
NEAREST = 3  # near misses quoted where nothing is found

KINDS = {
    Shape.COUNT: AnswerKind.COUNT,
    Shape.FIRST: AnswerKind.SUPERLATIVE,
    Shape.LATEST: AnswerKind.SUPERLATIVE,
    Shape.MOST_OFTEN: AnswerKind.SUPERLATIVE,
    Shape.MORE_THAN_ONCE: AnswerKind.SUPERLATIVE,
    Shape.COMPARE: AnswerKind.COMPARE,
    Shape.WHEN: AnswerKind.FACT,
}
# Reasons that contradict a question for one visit, the plainest first.
CORRECTING = (
    Reason.CANCELLED,
    Reason.POSTPONED,
    Reason.DENIED,
    Reason.TRANSIT,
    Reason.CONTACT,
    Reason.OTHER_RANK,
    Reason.OTHER_CITY,
    Reason.ELSEWHERE,
    Reason.PLANNED,
    Reason.OUTSIDE_PERIOD,
    Reason.OTHER_FORM,
    Reason.OFF_TOPIC,
)


@dataclass(frozen=True, slots=True)
class Found:
    """One side of what was found: the query and its selection; a list has one side only."""

    query: EventQuery
    selection: Selection


def compose_events(
    question: Question,
    found: Sequence[Found],
    teller: Teller,
    scope: Scope,
    days: tuple[date, date],
    unread: int,
) -> Answer:
    """The answer that tells of the events `found`, or that there are none.

    `days` are those of the oldest and the newest release searched; `unread` near misses were
    not looked at.
    """
    groups = [group for side in found for group in side.selection.groups]
    near = _near(found)
    if groups:
        answer = _told(question, found, groups, teller, scope)
    else:
        answer = _absent(question, near, teller, scope, days)
    return replace(
        answer,
        scope=replace(answer.scope, excluded=len(near) + unread),
        certificate=_certificate(found, near, unread, teller.texts),
        near_misses=tuple(_near_miss(miss, teller) for miss in near),
    )


def _near(found: Sequence[Found]) -> list[Missed]:
    """The near misses of all sides by reason, each once, without what another side answers."""
    groups = (group for side in found for group in side.selection.groups)
    told = {event.number for group in groups for event in group.events}
    near: dict[int, Missed] = {}
    for side in found:
        for miss in side.selection.near:
            if miss.event.number not in told:
                near.setdefault(miss.event.number, miss)
    order = list(Reason)
    return sorted(near.values(), key=lambda miss: order.index(miss.reason))


def _told(
    question: Question,
    found: Sequence[Found],
    groups: Sequence[Group],
    teller: Teller,
    scope: Scope,
) -> Answer:
    items = tuple(item(group, teller) for group in groups)
    if len(found) > 1:
        counts = [len(side.selection.groups) for side in found]
        said = comparison([side.query for side in found], counts, teller.texts)
    else:
        said = headline(groups, items, teller)
    kind = KINDS.get(teller.query.shape, AnswerKind.LIST)
    shown = items[:MOST_DAYS] if kind is AnswerKind.FACT else items
    of_each = teller.query.item_of is ItemOf.VISIT
    count = count_of(groups, teller) if of_each else len(items)
    return _answer(question, kind, said, scope, items=shown, count=count)


def _absent(
    question: Question,
    near: Sequence[Missed],
    teller: Teller,
    scope: Scope,
    days: tuple[date, date],
) -> Answer:
    corrected = _correction(near, teller)
    if corrected is not None:
        said = teller.texts.text(
            "event-corrected",
            reason=corrected.reason,
            what=_described(corrected, teller),
        )
        citations, _ = sources([Group("", (corrected.event,))], teller)
        return _answer(question, AnswerKind.FACT, said, scope, citations=citations)
    said = absence(teller.query, scope.releases, days, teller.texts)
    nearest = [_near_miss(miss, teller).source for miss in _nearest(near)]
    citations = tuple(dict.fromkeys(nearest))
    return _answer(question, AnswerKind.ABSTENTION, said, scope, citations=citations)


def _answer(
    question: Question,
    kind: AnswerKind,
    said: str,
    scope: Scope,
    **changes: object,
) -> Answer:
    plain = Answer(question.written, question.language, kind, said, (), scope, took_ms=0.0)
    return replace(plain, **changes)  # type: ignore[arg-type]


def _correction(near: Sequence[Missed], teller: Teller) -> Missed | None:
    """What contradicts a question that takes a visit of one country or person for granted."""
    if not is_of_one(teller.query):
        return None
    dated = bool(teller.query.first or teller.query.last)
    right = [miss for miss in near if miss.reason in CORRECTING]
    if not dated:  # who was elsewhere, at some time, may have been here, too
        right = [miss for miss in right if miss.reason is not Reason.ELSEWHERE]
    return min(right, key=lambda miss: CORRECTING.index(miss.reason), default=None)


def _nearest(near: Sequence[Missed]) -> list[Missed]:
    ranked = sorted(near, key=lambda miss: list(Reason).index(miss.reason))
    return ranked[:NEAREST]


def _near_miss(miss: Missed, teller: Teller) -> NearMiss:
    (fullest, *_), _ = sources([Group("", (miss.event,))], teller)
    reason = teller.texts.text("near-reason", reason=miss.reason)
    return NearMiss(_described(miss, teller), reason, fullest)


def _described(miss: Missed, teller: Teller) -> str:
    """Who it was, of what rank, where to and when."""
    account, texts = miss.event.best, teller.texts
    open_query = replace(teller.query, item_of=ItemOf.TRAVELLER)
    parts = [label(Group("", (miss.event,)), replace(teller, query=open_query))]
    parts.append(role_name(account.party.role, texts))
    if account.city:
        parts.append(Gazetteer.load().city_name(account.city, texts.language))
    elif account.to_country:
        parts.append(Gazetteer.load().country_name(account.to_country, texts.language))
    parts += [teller.day(account.when)] if account.when else []
    return ", ".join(part for part in parts if part)


def _certificate(found: Sequence[Found], near: Sequence[Missed], unread: int, texts: Texts) -> str:
    count = sum(len(side.selection.groups) for side in found)
    parts = [texts.text("certificate-found", count=count)] if count else []
    unheld = dict.fromkeys(word for side in found for word in side.selection.unheld)
    if unheld:
        parts.append(texts.text("certificate-unheld", words=", ".join(unheld)))
    if near:
        counts = Counter(miss.reason for miss in near)
        named = (
            f"{texts.text('near-reason', reason=reason)} – {counts[reason]}"
            for reason in Reason
            if counts[reason]
        )
        parts.append(texts.text("certificate-left-out", counts=", ".join(named)))
    if unread:
        parts.append(texts.text("certificate-more", count=unread))
    return " ".join(parts)
