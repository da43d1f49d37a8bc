"""What a mention names, in one word, for tests."""

from __future__ import annotations

from index.places.mentions import (
    CityMention,
    CountryMention,
    Mention,
    OrganizationMention,
    RegionMention,
)


def label(mention: Mention) -> str:
    match mention:
        case CountryMention():
            return mention.code
        case CityMention():
            return mention.city
        case RegionMention():
            return mention.region
        case OrganizationMention():
            return mention.organization
