"""A process of its own that runs the bot over an index whose encoder needs no model."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from fakes import FakeEncoder  # noqa: E402

from bot.engine import PassageEngine  # noqa: E402
from bot.settings import BotSettings  # noqa: E402
from bot.telegram import run  # noqa: E402
from bot.telegram.watches import looking, sender  # noqa: E402
from index.embedding.encoder import Encoder  # noqa: E402
from index.settings import BUNDLED, IndexSettings  # noqa: E402


class QuickEngine(PassageEngine):
    """The engine, with an encoder that is there at once."""

    _encoder: Encoder = FakeEncoder()


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    looking.EVERY = sender.IDLE = 0.1
    settings = BotSettings.from_env(os.environ)
    index = IndexSettings(settings.home / "index", BUNDLED, settings.home / "models")
    run.run(settings, QuickEngine(index))
