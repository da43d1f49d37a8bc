"""Whether an answer that was shown is given again, word for word. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff

from bot.answer import Answer
from bot.rendering.telegram import render
from bot.rendering.telegram_lists import render_pages
from bot.telegram.html import plain


@dataclass(frozen=True, slots=True)
class Replay:
    """An answer given again: its text, the index then and now, and how the texts differ."""

    text: str
    index_then: str
    index_now: str
    difference: tuple[str, ...]

    @property
    def same_index(self) -> bool:
        """Whether it comes from the index that answered then."""
        return self.index_then == self.index_now

    @property
    def same_text(self) -> bool:
        """Whether it is word for word what was shown."""
        return not self.difference


def as_shown(answer: Answer) -> str:
    """All pages of `answer` as people read them in Telegram, one after another."""
    pages = render_pages(answer) if answer.items else render(answer)
    return "\n\n".join(plain(page) for page in pages)


def replay(shown: str, snapshot: str, again: Answer) -> Replay:
    """How the answer given `again` compares to the text that was `shown` out of `snapshot`."""
    text = as_shown(again)
    lines = unified_diff(
        shown.splitlines(), text.splitlines(), "shown then", "given now", lineterm="", n=1
    )
    return Replay(text, snapshot, again.snapshot, tuple(lines))


def verdict(found: Replay) -> str:
    """What came of a replay, in words."""
    if found.same_index and found.same_text:
        return f"Word for word the same, out of the same index ({found.index_now})."
    if found.same_index:
        return f"It differs, although the index is the same ({found.index_now})."
    kept = "the answer is word for word the same" if found.same_text else "the answer differs"
    return (
        f"Answered then out of the index {found.index_then}, now out of {found.index_now}: {kept}."
    )
