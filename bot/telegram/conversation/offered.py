"""All that is offered to do with an answer, in the order of its buttons."""

from __future__ import annotations

from bot.telegram.charts.offers import CHARTS
from bot.telegram.conversation.actions import Offer
from bot.telegram.feedback.offers import REPORTS
from bot.telegram.handling.offers import HANDLING
from bot.telegram.takeaway.offers import TAKEAWAY
from bot.telegram.watches.offers import WATCHING

OFFERS: tuple[Offer, ...] = (*HANDLING, *CHARTS, *TAKEAWAY, *WATCHING, *REPORTS)
