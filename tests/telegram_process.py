"""A process of its own that runs the bot with the fake engine, given the seconds to stop within.

Ends like the command line does: one line and status 1 where the bot cannot run.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from telegram_users import FakeEngine

from bot.errors import BotError
from bot.settings import BotSettings
from bot.telegram import run

if __name__ == "__main__":
    logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
    run.STOP_WITHIN = float(sys.argv[1])
    try:
        run.run(BotSettings.from_env(os.environ), FakeEngine())
    except BotError as error:
        sys.exit(str(error))
