"""The pages of standing questions: the list, one of them, quiet hours, their clock. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zoneinfo import available_timezones

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.dates import show_zone
from bot.messages import Texts
from bot.telegram.html import clean
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.watches.buttons import UNDER_NOTICE, Press, button
from bot.telegram.watches.kept import Watch
from bot.watches.hours import ASTANA_ZONE, Hours, Mode

SHOWN = 40  # watches of a chat that are listed: a message holds no more
_IN_A_ROW = 5
_LONGEST_NAME = 80
_CHOICES = (Hours(), Hours(22, 8), Hours(23, 7), Hours(20, 9))
_ZONES = (
    ASTANA_ZONE, "Asia/Tashkent", "Europe/Moscow", "Europe/Istanbul", "Europe/Brussels",
    "Europe/London", "Asia/Dubai", "Asia/Shanghai", "America/New_York",
)  # fmt: skip
_HOURS = re.compile(r"(\d{1,2})(?::00)?\s*[-–]\s*(\d{1,2})(?::00)?(?:\s+([A-Za-z][\w/+-]*))?")


def list_page(watches: Sequence[Watch], quiet: Hours, texts: Texts) -> Outgoing:
    """The watches of a chat, each with a button of its number, and the way to quiet hours."""
    if not watches:
        return Outgoing(texts.text("watches-none"))
    shown = watches[:SHOWN]
    lines = [f"{place}. {_line(watch, texts)}" for place, watch in enumerate(shown, start=1)]
    text = "\n".join([texts.text("watches-title"), "", *lines])
    numbers = [
        InlineKeyboardButton(str(place), callback_data=str(Press("show", watch.id)))
        for place, watch in enumerate(shown, start=1)
    ]
    rows = [numbers[at : at + _IN_A_ROW] for at in range(0, len(numbers), _IN_A_ROW)]
    rows.append([_quiet_button(quiet, texts)])
    return Outgoing(text, buttons=InlineKeyboardMarkup(rows))


def watch_page(watch: Watch, read_as: str, texts: Texts, *, is_new: bool = False) -> Outgoing:
    """One watch: what it waits for, how often it tells, and what can be done about it."""
    parts = [texts.text("watch-set") if is_new else clean(watch.name)]
    parts.append(texts.text("watch-read-as", kind=watch.kind, what=clean(read_as)))
    parts.append(texts.text("watch-tells", how=_state(watch, texts)))
    modes = [
        _chosen(texts.text("watch-mode", mode=mode), Press("mode", watch.id, mode), mode is now)
        for now in (watch.mode,)
        for mode in Mode
    ]
    turn = "resume" if watch.paused else "pause"
    turning = "button-watch-resume" if watch.paused else "button-watch-pause"
    rows = [
        modes,
        [
            button(texts, turning, Press(turn, watch.id)),
            button(texts, "button-watch-delete", Press("delete", watch.id)),
        ],
        [button(texts, "button-watches", Press("list"))],
    ]
    return Outgoing("\n\n".join(parts), buttons=InlineKeyboardMarkup(rows))


def deleted_page(watch: Watch, texts: Texts) -> Outgoing:
    """That a watch is gone."""
    rows = [[button(texts, "button-watches", Press("list"))]]
    text = texts.text("watch-deleted", name=_short(watch.name))
    return Outgoing(text, buttons=InlineKeyboardMarkup(rows))


def quiet_page(quiet: Hours, texts: Texts) -> Outgoing:
    """The choice of quiet hours, and of the clock that they are read from."""
    rows = [
        [_chosen(_hours(one, texts), Press("hours", 0, _argument(one)), _same(one, quiet))]
        for one in _CHOICES
    ]
    zone = texts.text("button-zone", zone=show_zone(quiet.zone, texts.language))
    rows.append([InlineKeyboardButton(zone, callback_data=str(Press("zones")))])
    rows.append([button(texts, "button-watches", Press("list"))])
    text = texts.text("quiet-choice", hours=_hours(quiet, texts))
    return Outgoing(text, buttons=InlineKeyboardMarkup(rows))


def zones_page(quiet: Hours, texts: Texts) -> Outgoing:
    """The choice of the clock that quiet hours and digests are read from."""
    buttons = [
        _chosen(show_zone(zone, texts.language), Press("zone", 0, zone), zone == quiet.zone)
        for zone in _ZONES
    ]
    rows = [buttons[at : at + 3] for at in range(0, len(buttons), 3)]
    rows.append([button(texts, "button-quiet-back", Press("quiet"))])
    return Outgoing(texts.text("zone-choice"), buttons=InlineKeyboardMarkup(rows))


def notice_buttons(watch: Watch, texts: Texts) -> InlineKeyboardMarkup:
    """What stands under a notice of one watch."""
    turn, label = (
        ("resume", "button-watch-resume") if watch.paused else ("pause", "button-watch-pause")
    )
    row = [
        button(texts, label, Press(turn, watch.id, UNDER_NOTICE)),
        button(texts, "button-watch-delete", Press("delete", watch.id, UNDER_NOTICE)),
    ]
    return InlineKeyboardMarkup([row])


def read_hours(text: str, now: Hours) -> Hours | None:
    """The quiet hours in words such as "22-8" or "22-08 Europe/Paris"; None in others."""
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        return None
    first, last, zone = int(found[1]), int(found[2]), found[3] or now.zone
    if first > 24 or last > 24 or zone not in available_timezones():
        return None
    return Hours(first % 24, last % 24, zone)


def _line(watch: Watch, texts: Texts) -> str:
    return f"{_short(watch.name)} – {_state(watch, texts)}"


def _state(watch: Watch, texts: Texts) -> str:
    if watch.paused:
        return texts.text("watch-paused")
    return texts.text("watch-mode", mode=watch.mode)


def _short(name: str) -> str:
    name = clean(name)
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _quiet_button(quiet: Hours, texts: Texts) -> InlineKeyboardButton:
    label = texts.text("button-quiet", hours=_hours(quiet, texts))
    return InlineKeyboardButton(label, callback_data=str(Press("quiet")))


def _hours(hours: Hours, texts: Texts) -> str:
    if not hours:
        return texts.text("quiet-none")
    return f"{hours.first:02}:00 – {hours.last:02}:00"


def _argument(hours: Hours) -> str:
    return f"{hours.first}-{hours.last}"


def _same(one: Hours, other: Hours) -> bool:
    return (one.first, one.last) == (other.first, other.last) or not (one or other)


def _chosen(label: str, press: Press, is_now: bool) -> InlineKeyboardButton:
    return InlineKeyboardButton(f"✓ {label}" if is_now else label, callback_data=str(press))
