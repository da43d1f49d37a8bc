"""Texts for users, by language and message id, out of the Fluent files in `bot/texts`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource

from corpus.release import Language

_LOCALES = {Language.EN: "en-GB", Language.RU: "ru", Language.KK: "kk"}

_LONGEST_VALUE = 1000  # Fluent refuses longer ones, against texts that blow themselves up


class Texts:
    """The texts of one language; the file is read when the first text is asked for."""

    __slots__ = ("language",)

    def __init__(self, language: Language) -> None:
        self.language = language

    def text(self, message_id: str, /, **values: str | int | float) -> str:
        """Return the text `message_id` with `values` put in, as plain text without mark-up.

        A value longer than Fluent allows is shortened. Raises KeyError for an unknown id and
        ValueError for a value that is missing, since either is a mistake in the program.
        """
        typed = tuple((name, type(value), value) for name, value in sorted(values.items()))
        return _formatted(self.language, message_id, typed)


# Long lists say the same of many. The type, since Fluent writes 1 and 1.0 differently.
_Values = tuple[tuple[str, type, str | int | float], ...]


@lru_cache(maxsize=10_000)
def _formatted(language: Language, message_id: str, values: _Values) -> str:
    pattern = _bundle(language).get_message(message_id).value
    if pattern is None:
        raise KeyError(message_id)
    short = {name: _shorten(value) for name, _, value in values}
    text, mistakes = _bundle(language).format_pattern(pattern, short)
    if mistakes:
        raise ValueError(f"{language}.ftl, {message_id}: {mistakes[0]}")
    return str(text)


def _shorten(value: str | int | float) -> str | int | float:
    if isinstance(value, str) and len(value) > _LONGEST_VALUE:
        return f"{value[: _LONGEST_VALUE - 1]}…"
    return value


@cache
def _bundle(language: Language) -> FluentBundle:
    source = resources.files("bot.texts").joinpath(f"{language}.ftl").read_text("utf-8")
    bundle = FluentBundle([_LOCALES[language]], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    return bundle
