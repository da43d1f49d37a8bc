"""Mentions of places and organisations; offsets slice the text to the words as written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MentionForm(StrEnum):
    """How a text refers to a place: by its name, its people, or an adjective made of it."""

    NAME = "name"
    DEMONYM = "demonym"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country, by ISO alpha-2 code (XK for Kosovo).

    `also` holds other countries that the same words can mean ("Congolese"); `city` the
    canonical name of a city that they can mean as well ("Singapore", «Тунис»).
    """

    start: int
    end: int
    code: str
    form: MentionForm
    also: tuple[str, ...] = ()
    city: str | None = None


@dataclass(frozen=True, slots=True)
class CityMention:
    """A city, by canonical English name ("Astana" for Nur-Sultan too), and its country."""

    start: int
    end: int
    city: str
    country: str


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region or group of countries, by the key of `regions.yaml` ("western_africa")."""

    start: int
    end: int
    region: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """An organisation, by the key of `organizations.yaml` ("EU", "OTS")."""

    start: int
    end: int
    organization: str


Mention = CountryMention | CityMention | RegionMention | OrganizationMention
