"""Questions: taken, answered off the event loop, and sent; edited ones answered again."""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from telegram import Update

from bot.answer import Answer
from bot.log_setup import QUESTIONS
from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.actions import offers_for
from bot.telegram.conversation.addressing import asker_of, place_of, question_in, talk_of
from bot.telegram.conversation.listing import shown
from bot.telegram.conversation.offered import OFFERS
from bot.telegram.sending.outbox import Outgoing, Place
from bot.telegram.sending.waiting import typing
from bot.telegram.storage.asked import Asked
from bot.telegram.storage.state import Talk
from bot.telegram.takeaway.country_messages import brief_instead
from corpus.release import Language

log = logging.getLogger(QUESTIONS)

LONGEST_QUESTION = 1000
LATE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Question:
    """A question that is to be answered: its text, where it was asked, and by which message.

    The message is None for the press of a button.
    """

    text: str
    place: Place
    talk: Talk
    message_id: int | None = None


async def on_question(update: Update, context: Context) -> None:
    """Answer a message that asks the bot something."""
    question = _question(update, context)
    if question is None:
        return
    if not question.text:
        texts = await context.texts(update)
        await context.reply(update, Outgoing(texts.text("ask-what")))
    elif await may_ask(update, context, question):
        await answer(update, context, question)


async def on_edited_question(update: Update, context: Context) -> None:
    """Answer an edited question by editing its answer, or anew where it had none."""
    question = _question(update, context)
    if question is None or not question.text:
        return
    if await may_ask(update, context, question):
        async with turn_of(context, question.talk):
            messages = await _compose(update, context, question)
            await _revise(update, context, question, messages)


async def on_example(update: Update, context: Context, example: str) -> None:
    """Ask the question of a button in the name of whoever pressed it."""
    place = place_of(update)
    if place is None:
        return
    text = (await context.texts(update)).text(example)
    question = Question(text, place, talk_of(update, place))
    if await may_ask(update, context, question):
        await answer(update, context, question)


async def answer(update: Update, context: Context, question: Question) -> None:
    """Send the answer to a question; a user's questions are answered one after another."""
    await context.services.inbox.turn(update.update_id)
    async with turn_of(context, question.talk):
        place = question.place
        if _is_late(update):
            place = replace(place, reply_to=question.message_id)
        for message in await _compose(update, context, question):
            await context.services.outbox.send(context.delivery(update), place, message)
            place = replace(place, reply_to=None)


def _question(update: Update, context: Context) -> Question | None:
    message, place = update.effective_message, place_of(update)
    if message is None or place is None:
        return None
    text = question_in(message, context.bot.bot)
    if text is None:
        return None
    return Question(text, place, talk_of(update, place), message.message_id)


async def may_ask(update: Update, context: Context, question: Question) -> bool:
    """Whether a question may be asked now; whoever asks is told where it may not."""
    if len(question.text) > LONGEST_QUESTION:
        await context.reply_text(update, "too-long", limit=LONGEST_QUESTION)
        return False
    return await within_rate(update, context)


async def within_rate(update: Update, context: Context) -> bool:
    """Whether the user has not asked too much lately; they are told once where they have."""
    limit = context.services.rate_limit
    refusal = limit.ask(asker_of(update), _asked_at(update).timestamp())
    if refusal is None:
        return True
    context.services.metrics.refused("rate")
    if not refusal.told:
        await context.reply_text(update, "rate-limit", limit=limit.limit, seconds=refusal.seconds)
    return False


def turn_of(context: Context, talk: Talk) -> asyncio.Lock:
    """The lock by which the questions of a conversation are answered one after another."""
    return context.services.turns.setdefault(talk, asyncio.Lock())


async def _compose(update: Update, context: Context, question: Question) -> list[Outgoing]:
    services = context.services
    key = question.message_id if question.message_id is not None else -update.update_id
    history = await asyncio.to_thread(services.state.history, question.talk, key)
    chosen, _ = await asyncio.to_thread(services.state.languages, question.talk.user_id)
    call = partial(services.engine.answer, question.text, history, chosen)
    async with typing(context.bot, question.place):
        found = await services.workers.run(call)
    services.metrics.answered(found.kind, found.language, found.took_ms / 1000)
    if services.settings.log_questions == "on":
        asked_text = json.dumps(question.text, ensure_ascii=False)  # in one line, whatever it is
        log.info("Asked in %s, answered as %s: %s", found.language, found.kind, asked_text)
    preface = _preface(update, found, question)
    asked = _asked(question, history, chosen, found)
    messages = await brief_instead(update, context, asked, found)
    messages = messages or await shown(services, asked, found, preface)
    await asyncio.to_thread(
        services.state.remember, question.talk, key, question.text, found.language
    )
    return messages


def _asked(
    question: Question, history: tuple[str, ...], chosen: Language | None, found: Answer
) -> Asked:
    return Asked(
        chat_id=question.talk.chat_id,
        thread_id=question.talk.thread_id,
        user_id=question.talk.user_id,
        question=question.text,
        history=history,
        wanted=chosen,
        language=found.language,
        snapshot=found.snapshot,
        offers=offers_for(found, OFFERS),
    )


async def _revise(
    update: Update, context: Context, question: Question, messages: list[Outgoing]
) -> None:
    services, delivery = context.services, context.delivery(update)
    chat_id = question.place.chat_id
    earlier = await asyncio.to_thread(
        services.journal.answers_to, chat_id, question.message_id or 0
    )
    kept: list[int] = []
    for number, message in enumerate(messages):
        if number < len(earlier) and await services.outbox.edit(chat_id, earlier[number], message):
            kept.append(earlier[number])
            continue
        sent = await services.outbox.send_once(question.place, message)
        kept.extend([] if sent is None else [sent])
    for message_id in earlier[len(messages) :]:
        await services.outbox.delete(chat_id, message_id)
    await delivery.replace(tuple(kept))


def _preface(update: Update, found: Answer, question: Question) -> str | None:
    texts = Texts(found.language)
    notes = []
    if question.message_id is None:
        notes.append(texts.text("example-asked", question=question.text))
    if _is_late(update):
        notes.append(texts.text("late"))
    return "\n".join(notes) or None


def _asked_at(update: Update) -> datetime:
    message = update.message or update.edited_message
    if message is None:
        return datetime.now(UTC)  # Telegram does not say when a button was pressed
    return message.edit_date or message.date


def _is_late(update: Update) -> bool:
    return datetime.now(UTC) - _asked_at(update) > LATE
