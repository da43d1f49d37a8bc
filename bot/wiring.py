"""Puts the engine together from the environment's settings; the one place that does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.engine import PassageEngine
from bot.ports import Engine
from bot.source_watch import SourceCondition
from bot.wording.settings import ModelSettings
from index.settings import IndexSettings


def make_engine(
    environ: Mapping[str, str], watch: Callable[[], SourceCondition] = SourceCondition
) -> Engine:
    """The engine over the index, its answers worded by a language model if one is set up.

    `watch` tells how the ministry's site was. Raises SettingsError.
    """
    engine = PassageEngine(IndexSettings.from_env(environ), watch)
    settings = ModelSettings.from_env(environ)
    if settings is None:
        return engine
    from bot.wording.engine import WordingEngine  # the HTTP library only where there is a model
    from bot.wording.model import ChatModel

    return WordingEngine(engine, ChatModel(settings))
