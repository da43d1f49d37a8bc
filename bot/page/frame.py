"""What stands around each page: its links to the other languages and sections; pure."""

from __future__ import annotations

from dataclasses import dataclass

from bot.page.links import Address, Links
from corpus.release import Language

NAMES = {Language.EN: "English", Language.RU: "Русский", Language.KK: "Қазақша"}


@dataclass(frozen=True, slots=True)
class Switch:
    """One language as a link: its name in itself, the address, the public address."""

    language: Language
    name: str
    href: str
    whole: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of one page; `section` is what the reader is in, `is_private` keeps robots off."""

    language: Language
    switches: tuple[Switch, ...]
    home: str
    events: str
    about: str
    style: str
    icon: str
    section: str
    is_private: bool


def frame(
    links: Links, language: Language, address: Address, style: str, *, is_private: bool = False
) -> Frame:
    """The frame of the page at `address` in `language`; `style` names the style sheet."""
    switches = []
    for each in NAMES:
        href = links.to(each, address)
        switches.append(Switch(each, NAMES[each], href, links.whole(href), each is language))
    return Frame(
        language=language,
        switches=tuple(switches),
        home=links.to(language, Address("")),
        events=links.to(language, Address("events")),
        about=links.to(language, Address("about")),
        style=f"{links.prefix}/{style}",
        icon=f"{links.prefix}/icon.svg",
        section=address.path,
        is_private=is_private,
    )
