"""The page's templates; the one file that knows Jinja2. All that is shown is escaped."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.messages import Texts
from bot.page.links import shown


def render(template: str, texts: Texts, values: dict[str, Any]) -> str:
    """The page that `template` makes of `values` in the language of `texts`, as HTML."""
    return _environment().get_template(template).render(text=texts.text, **values)


@cache
def asset(name: str) -> bytes:
    """A file that comes with the templates, such as the style sheet."""
    return resources.files("bot.page.templates").joinpath(name).read_bytes()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("bot.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.filters["begun"] = _begun
    return environment


def _begun(text: str) -> str:
    """`text` as it stands at the beginning of a line."""
    return text[:1].upper() + text[1:]


def _clean(value: object) -> object:
    return shown(value) if type(value) is str else value
