"""What the bot does about each kind of update, apart from questions."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
import traceback

from telegram import Chat, ChatMember, Message, Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.errors import StateError
from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.actions import read_action
from bot.telegram.conversation.addressing import asker_of, place_of, question_in, talk_of
from bot.telegram.conversation.asking import on_example
from bot.telegram.conversation.listing import on_turn, turn_page
from bot.telegram.conversation.lists import read_turn
from bot.telegram.conversation.pages import (
    AS_ASKED,
    Press,
    about_page,
    help_page,
    language_chosen,
    language_page,
    privacy_page,
    read_press,
    start_page,
)
from bot.telegram.doing import on_action
from bot.telegram.sending.delivering import is_passing
from bot.telegram.sending.outbox import Outgoing
from corpus.release import Language

log = logging.getLogger(__name__)


async def guard(update: Update, context: Context) -> None:
    """Let nobody past whom the owner shut out, or who is not allowed where there is a list."""
    services, chat, asker = context.services, update.effective_chat, asker_of(update)
    chat_id = chat.id if chat else 0
    admins, allowed = services.settings.admins, services.settings.allowed
    if update.my_chat_member or asker in admins:
        return
    if services.people.is_banned(chat_id, asker):
        services.metrics.refused("blocked")
        raise ApplicationHandlerStop
    if not allowed or allowed & {chat_id, asker}:
        return
    services.metrics.refused("not allowed")
    texts = await context.texts(update)
    refusal = texts.text("not-allowed", id=str(asker_of(update)))
    if update.callback_query:
        await context.services.outbox.answer_press(update.callback_query, refusal)
    elif update.inline_query:
        await context.services.outbox.answer_inline(update.inline_query, [])
    elif update.message and _asks_for_reply(update.message, context):
        await context.reply(update, Outgoing(refusal))
    raise ApplicationHandlerStop


async def hold_back(update: Update, context: Context) -> None:
    """Let nobody take the bot's whole time: what one user sends beyond all measure is dropped."""
    is_press = update.callback_query is not None or update.inline_query is not None
    message = update.message or update.edited_message
    if not is_press and (message is None or message.chat.type != Chat.PRIVATE):
        return
    limit = context.services.flood_limit
    refusal = limit.ask(asker_of(update), time.time())
    if refusal is None:
        return
    if message is not None and not refusal.told:
        texts = await context.texts(update)
        said = texts.text("rate-limit", limit=limit.limit, seconds=refusal.seconds)
        await context.reply(update, Outgoing(said))
    raise ApplicationHandlerStop


async def on_page_command(update: Update, context: Context) -> None:
    """Show the page that a command names."""
    text = (update.message and update.message.text) or ""
    name = text[1:].split(maxsplit=1)[0].partition("@")[0].lower()
    await context.reply(update, await _page(name, update, context, await context.texts(update)))


async def on_new(update: Update, context: Context) -> None:
    """End the conversation."""
    place = place_of(update)
    if place is not None:
        await asyncio.to_thread(context.services.state.end, talk_of(update, place))
        await context.reply_text(update, "new-started")


async def on_forget(update: Update, context: Context) -> None:
    """Delete what is stored about the user."""
    texts = await context.texts(update)
    await asyncio.to_thread(context.services.state.forget_user, asker_of(update))
    context.services.people.forgotten(asker_of(update))
    await context.reply(update, Outgoing(texts.text("forgotten")))


async def on_button(update: Update, context: Context) -> None:
    """Do what a button says: with an answer, with a list, or what a page offers."""
    query = update.callback_query
    if query is None:
        return
    turn = read_turn(query.data)
    if turn is not None:
        await on_turn(update, context, turn)
        return
    action = read_action(query.data)
    if action is not None:
        await on_action(update, context, action)
        return
    press = read_press(query.data)
    if press is None or press.owner not in {None, asker_of(update)}:
        texts = await context.texts(update)
        alert = texts.text("outdated-buttons" if press is None else "not-your-buttons")
        await context.services.outbox.answer_press(query, alert)
        return
    await context.services.outbox.answer_press(query)
    if press.action == "ask":
        await on_example(update, context, press.argument)
    else:
        await turn_page(update, context, await _pressed_page(press, update, context))


async def on_unknown_command(update: Update, context: Context) -> None:
    """Point to the help, in a private chat only."""
    if update.effective_chat and update.effective_chat.type == Chat.PRIVATE:
        await context.reply_text(update, "unknown-command")


async def on_unknown_content(update: Update, context: Context) -> None:
    """Say that only text is read."""
    await context.reply_text(update, "unknown-content")


async def on_membership(update: Update, context: Context) -> None:
    """Note that a chat let the bot in or shut it out; greet a group once."""
    change, state = update.my_chat_member, context.services.state
    if change is None:
        return
    was_in, is_in = _is_in(change.old_chat_member), _is_in(change.new_chat_member)
    if not is_in:
        await asyncio.to_thread(state.block, change.chat.id)
        await asyncio.to_thread(state.forget_chat, change.chat.id)
        return
    await asyncio.to_thread(state.unblock, change.chat.id)
    if not was_in and change.chat.type in {Chat.GROUP, Chat.SUPERGROUP}:
        await context.reply_text(update, "group-hint", bot=context.bot.username)


async def on_migration(update: Update, context: Context) -> None:
    """Carry a group's conversations over to the supergroup that it became."""
    message = update.message
    if message and message.migrate_to_chat_id:
        await asyncio.to_thread(
            context.services.state.move_chat, message.chat_id, message.migrate_to_chat_id
        )


async def on_error(update: object, context: Context) -> None:
    """Log what went wrong, then tell the user in short, with a code that finds it in the log."""
    reference = secrets.token_hex(3).upper()
    update_id = update.update_id if isinstance(update, Update) else None
    report = _traceback(update, context)
    context.services.metrics.failed(context.error)
    log.error("Update %s failed, reference %s\n%s", update_id, reference, report)
    if not isinstance(update, Update) or isinstance(context.error, Forbidden):
        return
    if update.inline_query or update.guest_message:
        return  # the bot may write nothing else there
    if is_passing(context.error):
        context.delivery(update).failed = True  # the next process tries again
        return
    place = place_of(update)
    if place is None or update.my_chat_member:
        return
    try:
        texts = await context.texts(update)
    except StateError:
        texts = Texts(context.services.settings.default_language)
    try:
        text = texts.text("error", reference=reference)
        await context.services.outbox.send_once(place, Outgoing(text), patience=10.0)
    except TelegramError as error:
        log.warning("Reference %s could not be told to the user: %s", reference, error)


def _traceback(update: object, context: Context) -> str:
    """Return the traceback without the text of the message, which an error may repeat."""
    report = "".join(traceback.format_exception(context.error))
    message = update.effective_message if isinstance(update, Update) else None
    query = update.inline_query if isinstance(update, Update) else None
    said = query.query if query else None
    if isinstance(message, Message):
        said = message.text or message.caption
    return report.replace(said, "<text>") if said else report


def _asks_for_reply(message: Message, context: Context) -> bool:
    if message.chat.type == Chat.PRIVATE:
        return not message.migrate_to_chat_id
    return question_in(message, context.bot.bot) is not None


def _is_in(member: ChatMember) -> bool:
    gone = {ChatMember.LEFT, ChatMember.BANNED}
    return member.status not in gone and getattr(member, "is_member", True)


def _owner(update: Update) -> int | None:
    chat = update.effective_chat
    return None if chat is None or chat.type == Chat.PRIVATE else asker_of(update)


async def _page(name: str, update: Update, context: Context, texts: Texts) -> Outgoing:
    owner = _owner(update)
    if name == "about":
        status = await context.services.workers.run(context.services.engine.status)
        return about_page(texts, owner, status)
    if name == "help":
        return help_page(texts, owner, context.bot.username)
    if name == "privacy":
        settings = context.services.settings
        return privacy_page(texts, owner, settings.retention, settings.log_questions)
    pages = {"start": start_page, "language": language_page}
    return pages[name](texts, owner)


async def _pressed_page(press: Press, update: Update, context: Context) -> Outgoing:
    if press.action == "show":
        return await _page(press.argument, update, context, await context.texts(update))
    choice = None if press.argument == AS_ASKED else Language(press.argument)
    await asyncio.to_thread(context.services.state.choose_language, asker_of(update), choice)
    texts = Texts(choice) if choice else await context.texts(update)
    return language_chosen(texts, _owner(update), choice)
