"""Visits out of the presences of a release: who is not at home where he is, is a traveller."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from index.extraction.annotation import (
    MarkerKind,
    PartyMention,
    Presence,
    Reference,
    Relation,
    Sentence,
    Tense,
    TriggerKind,
)
from index.extraction.discourse import Discourse
from index.extraction.drafts import Draft, marked_first
from index.extraction.event import Account, EventKind, Party, Role, Status
from index.extraction.forms import form_of, form_told_alone, is_first_ever
from index.extraction.occasion import Occasion, has_marker
from index.extraction.people import HOME
from index.extraction.scene import Scene, Told
from index.extraction.setting import Setting, Spot
from index.extraction.status import is_before, status_of
from index.extraction.timing import When, earlier, month_of, own_date

_MOVES = (
    TriggerKind.ARRIVAL,
    TriggerKind.STAY,
    TriggerKind.DEPARTURE,
    TriggerKind.VISIT,
    TriggerKind.INVITATION,
)
_COMING = (TriggerKind.ARRIVAL, TriggerKind.INVITATION)
_CALLED_OFF = (TriggerKind.VISIT, TriggerKind.ARRIVAL, TriggerKind.ATTENDANCE)
_SAME_HOLDER = timedelta(days=400)
_OPENING = 2  # sentences that tell of the release's own event
_OFF = (Status.CANCELLED, Status.POSTPONED, Status.DENIED)
_NAMED = (Reference.FULL, Reference.MEMBER, Reference.PERSON)
_ABSENT = (TriggerKind.ARRIVAL, TriggerKind.ATTENDANCE)
_TOGETHER = (TriggerKind.MEETING, TriggerKind.RECEPTION)


class Visits:
    """Reads the scenes of one release in order; `told` is filled along."""

    def __init__(self, scenes: list[Scene], discourse: Discourse, published: date) -> None:
        self._scenes = scenes
        self._discourse = discourse
        self._published = published
        self.told: list[Told] = []
        self._past: When | None = None
        self._past_end = 0
        sentences = [scene.sentence for scene in scenes]
        self._occasion = Occasion(sentences, published)
        places = [place for scene in scenes for place in scene.places]
        self._setting = Setting([p for scene in scenes[:_OPENING] for p in scene.places], places)
        self._is_remote = bool(scenes) and has_marker(scenes[0].sentence, MarkerKind.REMOTE)

    def drafts(self) -> list[Draft]:
        """Everything that the release tells of visits, one draft a telling."""
        found: list[Draft] = []
        for scene in self._scenes:
            self._open(scene)
            fresh = [d for presence in scene.presences for d in self._tellings(scene, presence)]
            if is_first_ever(scene.sentence):
                found, fresh = marked_first(found, fresh)
            form = form_told_alone(scene.sentence)
            last = found[-1] if found and not fresh and not scene.parties else None
            if form and last is not None and last.account.form is None:
                found[-1] = replace(last, account=replace(last.account, form=form))
            found += fresh
            self._remember(scene)
            self._keep_past(scene, fresh)
            self._occasion.close(scene.sentence)
        return found

    def _keep_past(self, scene: Scene, fresh: list[Draft]) -> None:
        """Remembers of what past time a sentence tells, for the next one of its paragraph."""
        past = [d for d in fresh if d.account.status is Status.PAST_MENTION and d.is_dated]
        self._past = None
        if past and len(past) == len(fresh):
            account = past[-1].account
            self._past = When(account.when, account.first, account.last, stated=True)
            self._past_end = scene.sentence.end

    def _goes_on_from_past(self, scene: Scene, presence: Presence, status: Status) -> bool:
        if self._past is None or status is not Status.TOOK_PLACE:
            return False
        between = scene.sentence.body[self._past_end : scene.sentence.start]
        is_move = presence.trigger.kind is TriggerKind.ARRIVAL
        return is_move and presence.trigger.tense is Tense.PAST and "\n" not in between

    def _open(self, scene: Scene) -> None:
        for place in scene.places:
            if place.relation is Relation.DATELINE:
                self._setting.move(Spot(place.city, place.country))
        is_abroad = self._setting.spot.country != HOME
        self._discourse.is_abroad = is_abroad or self._occasion.is_review
        self._occasion.open(scene.sentence)

    def _remember(self, scene: Scene) -> None:
        resolved = [(m, self._discourse.resolve(m, scene.parties)) for m in scene.parties]
        known = [(mention, party) for mention, party in resolved if party is not None]
        self.told.append(Told(known, self._setting.spot))
        self._discourse.note_group(party for m, party in known if m.reference in _NAMED)
        for named, who in known:
            self._discourse.note(named, who)
        # Who has come is told of rather than whom he met.
        for presence in sorted(scene.presences, key=lambda each: each.trigger.kind not in _MOVES):
            for mention in presence.travellers[:1]:
                party = self._discourse.resolve(mention, scene.parties)
                if party is not None and not mention.plural:
                    self._discourse.note_subject(party)
                    return
        self._discourse.note_first([p for m, p in resolved if p is not None and not m.plural])

    def _tellings(self, scene: Scene, presence: Presence) -> list[Draft]:
        kind = presence.trigger.kind
        is_remote = self._is_remote or has_marker(scene.sentence, MarkerKind.REMOTE)
        if is_remote and kind not in _MOVES:
            return []
        parties = [
            (mention, party)
            for mention in presence.travellers
            for party in self._discourse.resolve_all(mention, scene.parties, kind in _MOVES)
        ]
        if kind in _TOGETHER and self._is_elsewhere(scene, presence, parties):
            return []
        return [
            draft
            for mention, party in parties
            for draft in self._of_party(scene, presence, mention, party)
        ]

    def _is_elsewhere(
        self, scene: Scene, presence: Presence, parties: list[tuple[PartyMention, Party]]
    ) -> bool:
        """Whether people met of whom none is at home where the text is only assumed to be."""
        if presence.places or not self._setting.is_assumed:
            return False
        home = self._setting.spot.country
        present = [party for _, party in parties]
        if presence.trigger.kind is TriggerKind.RECEPTION:
            # Who receives is no traveller: without any other foreigner he is taken to be at home.
            known = [self._discourse.resolve(mention, scene.parties) for mention in scene.parties]
            others = [p for p in known if p is not None and p.country and p not in present]
            return bool(others) and all(party.country != home for party in others)
        return all(party.country != home for party in present)

    def _of_party(
        self,
        scene: Scene,
        presence: Presence,
        mention: PartyMention,
        party: Party,
    ) -> list[Draft]:
        if presence.trigger.kind in _COMING and _is_to_own_country(presence):
            party = self._discourse.as_visitor(mention, party)
        when = self._when(scene, presence, mention)
        status = self._status(scene, presence, when)
        goes_on = when is None and self._goes_on_from_past(scene, presence, status)
        if goes_on:
            when, status = self._past, Status.PAST_MENTION
        elif not self._is_told(scene, presence, status):
            return []
        spots = self._setting.spots(presence.places, goes_on or status is Status.TOOK_PLACE)
        is_absent = status in _OFF and presence.trigger.kind in _ABSENT
        if status is not Status.TOOK_PLACE and not presence.places and not (goes_on or is_absent):
            spots = [replace(spot, city=None) for spot in spots]
        drafts = []
        for spot in spots:
            if not self._travels(presence, party, spot):
                continue
            if len(spots) > 1:
                when = self._when(scene, presence, mention, spot.at)
                status = self._status(scene, presence, when)
            drafts.append(self._draft(scene, presence, mention, party, spot, status, when))
            if status is Status.TOOK_PLACE and spot.stated and not is_before(presence):
                self._setting.move(spot)
        return drafts

    def _when(
        self, scene: Scene, presence: Presence, mention: PartyMention, place: int | None = None
    ) -> When | None:
        """The date that a sentence gives, or the year of which the release tells."""
        when = own_date(
            presence, mention, scene.parties, scene.sentence, self._published, place
        ) or self._occasion.look_back(scene.sentence, presence)
        if presence.days_before:
            when = earlier(when or self._occasion.event, presence.days_before)
        return month_of(when or self._occasion.event) if presence.is_from else when

    def _status(self, scene: Scene, presence: Presence, when: When | None) -> Status:
        days = (when.first, when.last) if when else (None, None)
        event = self._occasion.event.first or self._published
        return status_of(presence, scene.sentence, days, event, self._published)

    def _is_told(self, scene: Scene, presence: Presence, status: Status) -> bool:
        """Whether words about the past or the future tell of a visit, not of a career or a plan."""
        if status is Status.TOOK_PLACE:
            return True
        if status is not Status.PAST_MENTION:
            is_move = presence.trigger.kind in _MOVES
            is_off = status in _OFF and presence.trigger.kind in _CALLED_OFF
            return bool(presence.places) or is_off or (status not in _OFF and is_move)
        if presence.trigger.kind in _MOVES or presence.trigger.kind in _TOGETHER:
            return bool(presence.places) or presence.trigger.kind is TriggerKind.VISIT
        return form_of(presence, scene.sentence) is not None

    def _travels(self, presence: Presence, party: Party, spot: Spot) -> bool:
        """Whether somebody is not at home there, and the words tell that he is there."""
        kind = presence.trigger.kind
        home = party.country
        if (kind is TriggerKind.STAY and not spot.stated) or not (home or party.organization):
            return False
        if party.role is Role.AMBASSADOR and (kind is not TriggerKind.ARRIVAL or not spot.stated):
            return False
        if home and home == spot.country:
            is_trip = kind in _MOVES and spot.stated and home == HOME and spot.city != "Astana"
            return is_trip and spot.city is not None
        is_gathering = self._occasion.is_gathering and spot.city == self._setting.spot.city
        if kind in _TOGETHER and HOME not in (home, spot.country) and not is_gathering:
            return False
        if kind in _MOVES and kind is not TriggerKind.ARRIVAL and not spot.stated:
            return kind is TriggerKind.VISIT and spot.country == HOME
        return spot.country is not None

    def _draft(
        self,
        scene: Scene,
        presence: Presence,
        mention: PartyMention,
        party: Party,
        spot: Spot,
        status: Status,
        when: When | None,
    ) -> Draft:
        is_titled = mention.reference is Reference.FULL and not mention.person
        if status is Status.PAST_MENTION and is_titled and self._is_long_ago(when):
            party = replace(party, person=None)
        day = self._day(scene.sentence, presence, status, when)
        account = Account(
            EventKind.VISIT,
            party,
            spot.city,
            spot.country,
            day.text,
            day.first,
            day.last,
            status,
            scene.sentence.start,
            scene.sentence.end,
            form=form_of(presence, scene.sentence),
        )
        is_dated = when is not None and status is not Status.DENIED
        is_noun = presence.trigger.kind is TriggerKind.VISIT
        is_anaphoric = is_noun and not spot.stated and not is_dated and status not in _OFF
        is_loose = is_noun and presence.trigger.tense is Tense.NONE and not self._opens(scene)
        told = 2 * (presence.trigger.kind in _MOVES) + is_dated + spot.stated
        weight = 0 if is_anaphoric else told
        return Draft(account, weight, spot.stated, is_dated, is_anaphoric, is_loose)

    def _day(
        self, sentence: Sentence, presence: Presence, status: Status, when: When | None
    ) -> When:
        """The date told; what took place without one was on the release's own occasion."""
        is_own = status is Status.TOOK_PLACE
        if status is Status.DENIED or not (when or is_own):
            return When(None, None, None, stated=False)
        if when is None:
            return self._occasion.when(sentence)
        if is_own and not presence.is_from and self._occasion.covers(when):
            return replace(when, text=self._occasion.event.text)
        return when

    def _opens(self, scene: Scene) -> bool:
        """Whether the sentence is one of those that tell of the release's own event."""
        return any(scene is opening for opening in self._scenes[:_OPENING])

    def _is_long_ago(self, when: When | None) -> bool:
        """Whether the office may have had another holder then."""
        if when is None or when.last is None:
            return True
        return self._published - when.last > _SAME_HOLDER


def _is_to_own_country(presence: Presence) -> bool:
    """Whether somebody comes to the country as a whole, as nobody does who is at home there."""
    return any(
        place.country == HOME and place.city is None and not place.is_capital
        for place in presence.places
    )
