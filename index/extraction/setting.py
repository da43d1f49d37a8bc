"""Where a release is: the city in force, and where the words of a clause lead; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from index.extraction.annotation import PlaceMention, Relation
from index.extraction.people import HOME
from index.places.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class Spot:
    """A city, where one is known, and its country; `stated` where the clause names it, at `at`."""

    city: str | None
    country: str | None
    stated: bool = True
    at: int = field(default=-1, compare=False)


class Setting:
    """The place in force while a release's sentences are read in order.

    `is_assumed`: nothing has been said of it, and it is taken to be the own capital; not so for
    who comes to the country, where of its cities only others are `told` of. Who goes to another
    country goes to the one city of it that is told of.
    """

    def __init__(self, opening: Iterable[PlaceMention], told: Iterable[PlaceMention] = ()) -> None:
        gazetteer = Gazetteer.load()
        self._capital = gazetteer.capital
        self.spot = Spot(gazetteer.capital(HOME), HOME, stated=False)
        places = list(opening)
        first = next((p for p in places if p.relation is Relation.DATELINE and p.city), None)
        first = first or next((p for p in places if p.relation is Relation.IN and p.city), None)
        self.is_assumed = first is None
        told = [p for p in told if p.city]
        self._abroad = {(p.country, p.city) for p in told if p.country not in (HOME, None)}
        own = {p.city for p in told if p.country == HOME}
        self._is_elsewhere = self.is_assumed and bool(own) and self.spot.city not in own
        if first is not None:
            self.spot = Spot(first.city, first.country, stated=False)

    def spots(self, places: Iterable[PlaceMention], is_settled: bool) -> list[Spot]:
        """Where the places of a clause lead; the place in force where it names none.

        `is_settled`: what took place in the country in force took place in its city in force.
        """
        named = [self._spot(place) for place in places if place.relation is not Relation.DATELINE]
        inside = {spot.country for spot in named if spot.city}
        spots = [
            spot if spot.city or not is_settled else self._settled(spot)
            for spot in named
            if spot.city or (spot.country and spot.country not in inside)
        ]
        return list(dict.fromkeys(spots)) or [self.spot]

    def move(self, spot: Spot) -> None:
        """Sets the place in force."""
        self.is_assumed = False
        if spot.city or spot.country != self.spot.country:
            self.spot = replace(spot, stated=False)

    def _settled(self, spot: Spot) -> Spot:
        if spot.country == self.spot.country and self.spot.city and not self._is_elsewhere:
            return replace(spot, city=self.spot.city)
        abroad = [city for country, city in self._abroad if country == spot.country]
        return replace(spot, city=abroad[0]) if len(abroad) == 1 else spot

    def _spot(self, place: PlaceMention) -> Spot:
        if place.is_capital:
            country = place.country or self.spot.country or HOME
            return Spot(self._capital(country), country, at=place.start)
        if place.city and not place.country:
            return Spot(place.city, self.spot.country, at=place.start)
        return Spot(place.city, place.country, at=place.start)
