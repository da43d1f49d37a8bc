"""Who was appointed to what, as accounts of a sentence; pure."""

from __future__ import annotations

import re

from corpus.release import Language
from index.extraction.annotation import Tense
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.lexicon import Found
from index.extraction.others.event_words import event_words
from index.extraction.others.moment import HOME, Moment, Where
from index.places.mentions import CityMention, CountryMention

_REACH = 160  # letters between the word of an appointment and the post
_WORD = r"[^\W\d_a-zа-яёәғқңөұүһі][\w’'-]+"
_NAME = re.compile(rf"(?:(?:{_WORD}|[^\W\d_]\.)\s){{1,3}}{_WORD}")
_DASH = re.compile(r"\s[–—-]\s")
_KAZAKH_REACH = 60
_OF = re.compile(r"\sof\s(?:the\s)?$")
_RANKS = list(Role)
_POST_END = re.compile(
    r"[,;:()]|\.(?!\w)|\s(?:and|on|by|since|who|where|from|when|и|с|указом|соответствующим)\s"
)
_KAZAKH_POST_END = re.compile(r"\s(?:болып|қызметіне|лауазымына)\b")


def read_appointments(moment: Moment, *, listed: bool = False) -> list[Account]:
    """One account for each post that somebody was appointed to.

    The party is who was appointed, with the post as the office; the place is where it is.
    `listed` says that a sentence before announces a list of those appointed.
    """
    words = event_words(moment.language)
    listed = listed and _DASH.search(moment.sentence.text) is not None
    if not listed and not words.may_tell("appointments", moment.lowered):
        return []
    sentence = moment.sentence
    span = (sentence.start, sentence.end)
    verbs = words.lists["appointments.done"].find(sentence.lowered, *span)
    posts = words.lists["appointments.posts"].find(sentence.lowered, *span)
    if verbs:
        post = _nearest(posts, verbs[0].start, verbs[0].end)
        account = _account(moment, post, verbs[0].start) if post else None
        return [account] if account and _is_told(account) else []
    return [_account(moment, posts[0], sentence.start)] if listed and posts else []


def _is_told(account: Account) -> bool:
    """Whether the sentence says more than that somebody unnamed became a minister."""
    return account.party.person is not None or account.party.role is Role.AMBASSADOR


def lists_appointments(moment: Moment) -> bool:
    """Whether the sentence ends with a colon after which those appointed are listed."""
    words = event_words(moment.language)
    return moment.sentence.text.endswith(":") and words.may_tell("appointments", moment.lowered)


def _nearest(posts: list[Found[bool]], start: int, end: int) -> Found[bool] | None:
    """The post said after the verb, else the nearest one before it."""
    after = [post for post in posts if post.start >= end]
    before = [post for post in posts if post.end <= start]
    nearest = after[0] if after else before[-1] if before else None
    if nearest is None or min(abs(nearest.start - end), abs(start - nearest.end)) > _REACH:
        return None
    return nearest


def _account(moment: Moment, post: Found[bool], at: int) -> Account:
    person = _person(moment, at, (post.start, post.end))
    end = _post_end(moment, post)
    if post.start < at:
        end = min(end, at)
    if person is not None and post.end <= person[0] < end:
        end = person[0]
    office = moment.sentence.body[post.start : end].strip()
    own = moment.date_near(at, Tense.PAST)
    status = moment.status(Tense.PAST, own) if own else Status.TOOK_PLACE
    when = moment.dated(status, own)
    roles = _roles(moment, post, end)
    owner, where = _owner_and_place(moment, (post.start, end), post.end, roles[0])
    name = person[1] if person else None
    party = Party(roles[0], name, office, owner, other_roles=roles[1:])
    return moment.account(EventKind.APPOINTMENT, party, when, status, where)


def _post_end(moment: Moment, post: Found[bool]) -> int:
    """Where the words of the post end; countries that are listed belong to them."""
    pattern = _KAZAKH_POST_END if moment.language is Language.KK else _POST_END
    starts = [m.start for m in moment.sentence.mentions if isinstance(m, CountryMention)]
    for end in pattern.finditer(moment.sentence.body, post.end, moment.sentence.end):
        if not any(0 <= start - end.end() <= 1 for start in starts):
            return end.start()
    return moment.sentence.end


def _roles(moment: Moment, post: Found[bool], end: int) -> tuple[Role, ...]:
    """The ranks of the post; of a double office the foreign minister's comes first."""
    lists = event_words(moment.language).lists
    if lists["appointments.envoys"].find(moment.sentence.lowered, post.start, post.end):
        return (Role.AMBASSADOR,)
    inside = [
        office.role
        for office in moment.sentence.offices
        if office.start < end and post.start < office.end
    ]
    return tuple(sorted(dict.fromkeys(inside), key=_RANKS.index)) or (Role.OTHER,)


def _person(moment: Moment, at: int, post: tuple[int, int]) -> tuple[int, str] | None:
    """Where the name nearest to the verb stands, outside of the post, and the name."""
    sentence = moment.sentence
    named = [
        (each.mention.person.start, each.mention.person.name)
        for each in moment.named
        if each.mention.person is not None
    ]
    if named:
        return min(named, key=lambda pair: abs(pair[0] - at))
    taken = [post, *((m.start, m.end) for m in sentence.mentions)]
    taken += [(office.start, office.end) for office in sentence.offices]
    taken += [(each.start, each.end) for each in sentence.dates]
    found = [
        (match.start(), match.group())
        for start, end in _free(taken, (sentence.start, sentence.end))
        for match in _NAME.finditer(sentence.body, start, end)
    ]
    nearest = min(found, key=lambda pair: abs(pair[0] - at), default=None)
    return _without_title(moment, *nearest) if nearest else None


def _free(taken: list[tuple[int, int]], span: tuple[int, int]) -> list[tuple[int, int]]:
    """The stretches of a span that nothing takes."""
    free, reached = [], span[0]
    for start, end in sorted(taken):
        if start > reached:
            free.append((reached, start))
        reached = max(reached, end)
    return [*free, (reached, span[1])] if reached < span[1] else free


def _without_title(moment: Moment, start: int, name: str) -> tuple[int, str]:
    """A name without the word that begins the sentence before it: "Businessman ..."."""
    title, _, rest = name.partition(" ")
    titles = event_words(moment.language).lists["appointments.titles"]
    return (start + len(title) + 1, rest) if titles.find(title.lower()) else (start, name)


def _owner_and_place(
    moment: Moment, post: tuple[int, int], noun: int, role: Role
) -> tuple[str | None, Where]:
    """Whose official it is, and where the post is.

    A diplomat without a country serves his own abroad, and at home the foreign side.
    """
    if moment.language is Language.KK:
        # whose and where stands before the noun: «Қазақстанның Италиядағы елшісі»
        post = (post[0] - _KAZAKH_REACH, post[1])
    mentions = [m for m in moment.sentence.mentions if post[0] <= m.start < post[1]]
    countries = [m for m in mentions if isinstance(m, CountryMention)]
    lowered = moment.sentence.lowered
    owned = [
        m.code
        for m in countries
        if m.code == HOME or m.start - noun <= 1 or _OF.search(lowered, post[0], m.start)
    ]
    cities = [m for m in mentions if isinstance(m, CityMention)]
    abroad = [m.code for m in countries if m.code not in owned[:1]]
    if cities:
        where = Where(cities[0].city, cities[0].country)
    else:
        where = Where(None, abroad[0]) if abroad else moment.where
    if owned:
        return owned[0], where
    foreign = next((party.country for party in moment.foreign if party.country), None)
    is_guest = role is Role.AMBASSADOR and where.country == HOME
    return (foreign if is_guest and foreign else HOME), where
