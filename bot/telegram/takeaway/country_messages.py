"""The messages that show a brief, or what may be meant where no one subject is named."""

from __future__ import annotations

from functools import partial

from telegram import Chat, Update

from bot.answer import Answer
from bot.brief.asked import brief_asked
from bot.brief.brief import Brief, Part, Subject
from bot.brief.leading import most_in_contact, suggestions
from bot.brief.make import kept_brief
from bot.brief.naming import Named, language_of_name
from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked
from bot.telegram.takeaway.country_buttons import CountryPress, brief_message, choice
from corpus.release import Language

OFFERED = 8


def owner_of(update: Update) -> int | None:
    """Whose buttons those under an answer to `update` are; None in a private chat."""
    chat = update.effective_chat
    return None if chat is None or chat.type == Chat.PRIVATE else asker_of(update)


async def brief_instead(
    update: Update, context: Context, asked: Asked, answer: Answer
) -> list[Outgoing]:
    """The brief that a message asks for; nothing where `answer`, the one to it, is better.

    That is a list, and what a bare name gives that goes on from the question before it.
    """
    text, earlier = asked.question, asked.history[-1:]
    wanted = None if answer.items else brief_asked(text, answer.language)
    if wanted is None:
        return []
    if wanted.by_name and not all(brief_asked(one, answer.language) for one in earlier):
        return []
    # Of a bare name the engine cannot tell the language.
    spelt = language_of_name(text, answer.language) if wanted.by_name else answer.language
    return [await named_message(update, context, wanted.named, asked.wanted or spelt)]


async def named_message(
    update: Update, context: Context, named: Named, language: Language
) -> Outgoing:
    """The overview of the brief on the subject named, or what may be meant to choose from."""
    owner = owner_of(update)
    if named.subject is not None:
        return await pressed_message(
            context, CountryPress(named.subject, Part.OVERVIEW, 0, language, owner)
        )
    said = Texts(language).text("brief-unclear", what=_unclear(named))
    subjects = await context.services.workers.run(partial(_meant, context, named))
    return choice(said, subjects, language, owner)


async def offered_message(update: Update, context: Context, language: Language) -> Outgoing:
    """The countries most in contact, to choose from."""
    subjects = await context.services.workers.run(partial(_leading, context))
    return choice(Texts(language).text("brief-which"), subjects, language, owner_of(update))


async def pressed_message(context: Context, press: CountryPress) -> Outgoing:
    """The page of a brief that a button leads to, drawn up from the index as it is now."""
    brief = await context.services.workers.run(partial(_drawn_up, context, press))
    return brief_message(brief, press)


def _unclear(named: Named) -> str:
    if named.is_home:
        return "home"
    if named.is_region:
        return "region"
    if not named.suggestions:
        return "unknown"
    return "guess" if named.is_guess else "several"


def _drawn_up(context: Context, press: CountryPress) -> Brief:
    return kept_brief(press.subject, press.language, context.services.engine.searcher())


def _meant(context: Context, named: Named) -> tuple[Subject, ...]:
    return suggestions(named, context.services.engine.searcher(), OFFERED)


def _leading(context: Context) -> tuple[Subject, ...]:
    return most_in_contact(context.services.engine.searcher(), OFFERED)
