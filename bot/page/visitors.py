"""Who asks the page: in which language, from which address; pure."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from corpus.release import Language

_LONGEST_HEADER = 500


def preferred_language(header: str, default: Language) -> Language:
    """The language that an Accept-Language header asks for first, of those that we speak."""
    wanted: list[tuple[float, int, Language]] = []
    for place, part in enumerate(header[:_LONGEST_HEADER].split(",")):
        name, _, quality = part.strip().partition(";")
        code = name.strip().lower().split("-")[0]
        weight = _weight(quality)
        if code in set(Language) and weight > 0:
            wanted.append((-weight, place, Language(code)))
    return min(wanted)[2] if wanted else default


def _weight(quality: str) -> float:
    text = quality.strip().removeprefix("q=")
    try:
        return float(text) if text else 1.0
    except ValueError:
        return 0.0


def counted_as(host: str) -> str:
    """Whom an address counts as for the rate limit: of IPv6 the whole network of a customer."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else address.exploded[:19]
    return host
