"""The files that an answer can be taken away as, as buttons under it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.answer import Answer
from bot.takeaway.file import FileFormat, fits
from bot.telegram.conversation.actions import Offer


def _if_fits(form: FileFormat, answer: Answer) -> Sequence[str]:
    return ("",) if fits(answer, form) else ()


TAKEAWAY = (
    Offer("csv", "button-csv", partial(_if_fits, FileFormat.CSV)),
    Offer("xlsx", "button-xlsx", partial(_if_fits, FileFormat.XLSX)),
    Offer("ics", "button-ics", partial(_if_fits, FileFormat.ICS)),
)
