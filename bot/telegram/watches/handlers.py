"""What the bot does about standing questions: sets them, lists them, changes and deletes them."""

from __future__ import annotations

import asyncio
import re
import time
from dataclasses import replace
from functools import partial

from telegram import Chat, ChatMember, InlineKeyboardMarkup, Message, Update
from telegram.error import TelegramError

from bot.messages import Texts
from bot.telegram.context import Context
from bot.telegram.conversation.actions import Action
from bot.telegram.conversation.addressing import asker_of, place_of
from bot.telegram.conversation.asking import LONGEST_QUESTION
from bot.telegram.html import clean
from bot.telegram.sending.outbox import Outgoing
from bot.telegram.storage.asked import Asked
from bot.telegram.watches.buttons import UNDER_NOTICE, Press, read_press
from bot.telegram.watches.kept import Watch
from bot.telegram.watches.pages import (
    deleted_page,
    list_page,
    notice_buttons,
    quiet_page,
    read_hours,
    watch_page,
    zones_page,
)
from bot.telegram.watches.setting import Wish, begin, read_again, read_as
from bot.watches.hours import Hours, Mode
from bot.watches.wanted import Unwatchable


async def on_watch(update: Update, context: Context) -> None:
    """Set a standing question, in the words after the command."""
    place = place_of(update)
    text = _after_command(update)
    if place is None:
        return
    texts = await context.texts(update)
    if not text:
        await context.reply(update, Outgoing(texts.text("watch-what")))
    elif len(text) > LONGEST_QUESTION:
        await context.reply_text(update, "too-long", limit=LONGEST_QUESTION)
    elif await _may_ask(update, context):
        services = context.services
        chosen, _ = await asyncio.to_thread(services.state.languages, asker_of(update))
        wish = Wish(place.chat_id, place.thread_id or 0, asker_of(update), text, (), chosen)
        await context.reply(update, await _set(context, wish, texts))


async def watch_answer(update: Update, context: Context, _: Action, asked: Asked) -> None:
    """Make a standing question of the one that an answer was given to."""
    wish = Wish(
        asked.chat_id, asked.thread_id, asked.user_id, asked.question, asked.history, asked.wanted
    )
    await context.reply(update, await _set(context, wish, Texts(asked.language)))


async def on_watches(update: Update, context: Context) -> None:
    """List the watches of the chat, or set the quiet hours that stand after the command."""
    texts = await context.texts(update)
    user_id, store = asker_of(update), context.services.watching.watches
    said = _after_command(update)
    if not said:
        await context.reply(update, await _list(update, context, texts))
        return
    quiet = await asyncio.to_thread(store.quiet_hours, user_id)
    hours = read_hours(said, quiet)
    if hours is None:
        await context.reply(update, Outgoing(texts.text("quiet-what")))
        return
    await asyncio.to_thread(store.set_quiet_hours, user_id, hours)
    await context.reply(update, quiet_page(hours, texts))


async def on_watch_button(update: Update, context: Context) -> None:
    """Do what a button of a watch says, for whoever may."""
    query = update.callback_query
    if query is None:
        return
    texts, outbox = await context.texts(update), context.services.outbox
    press = read_press(query.data)
    if press is None:
        await outbox.answer_press(query, texts.text("outdated-buttons"))
    elif press.watch_id:
        await _on_one(update, context, press, texts)
    else:
        await outbox.answer_press(query)
        await _on_all(update, context, press, texts)


async def _on_one(update: Update, context: Context, press: Press, texts: Texts) -> None:
    query, outbox = update.callback_query, context.services.outbox
    watch = await asyncio.to_thread(context.services.watching.watches.get, press.watch_id)
    chat = update.effective_chat
    if query is None or chat is None:
        return
    if watch is None or watch.chat_id != chat.id:
        await outbox.answer_press(query, texts.text("watch-gone"))
        return
    if press.action != "show" and not await _may(update, context, press, watch):
        await outbox.answer_press(query, texts.text("not-your-watch"))
        return
    await outbox.answer_press(query)
    changed = await _do(context, press, watch)
    if press.argument == UNDER_NOTICE:
        buttons = notice_buttons(changed, texts) if changed else None
        await _edit_buttons(update, context, buttons)
    elif changed is None:
        await _edit(update, context, deleted_page(watch, texts))
    else:
        await _edit(update, context, watch_page(changed, read_as(changed), texts))


async def _do(context: Context, press: Press, watch: Watch) -> Watch | None:
    """Change a watch as a button says; return what it is now, None where it is gone."""
    store = context.services.watching.watches
    match press.action:
        case "pause":
            await asyncio.to_thread(store.pause, watch.id)
            return replace(watch, paused=True)
        case "resume":
            call = partial(read_again, context.services.watching, context.services.engine, watch)
            return await context.services.workers.run(call)
        case "mode" if press.argument in set(Mode):
            mode = Mode(press.argument)
            await asyncio.to_thread(store.set_mode, watch.id, mode)
            return replace(watch, mode=mode)
        case "delete":
            await asyncio.to_thread(store.delete, watch.id)
            return None
    return watch


async def _on_all(update: Update, context: Context, press: Press, texts: Texts) -> None:
    store, user_id = context.services.watching.watches, asker_of(update)
    quiet = await asyncio.to_thread(store.quiet_hours, user_id)
    if press.action in {"hours", "zone"}:
        changed = _changed(quiet, press)
        if changed is not None:
            await asyncio.to_thread(store.set_quiet_hours, user_id, changed)
            quiet = changed
    if press.action == "list":
        page = await _list(update, context, texts)
    else:
        page = zones_page(quiet, texts) if press.action == "zones" else quiet_page(quiet, texts)
    if press.argument == UNDER_NOTICE:
        await context.reply(update, page)
    else:
        await _edit(update, context, page)


def _changed(quiet: Hours, press: Press) -> Hours | None:
    if press.action == "hours":
        return read_hours(press.argument, quiet)
    return read_hours(f"{quiet.first}-{quiet.last} {press.argument}", quiet)


async def _set(context: Context, wish: Wish, texts: Texts) -> Outgoing:
    services = context.services
    call = partial(begin, services.watching, services.engine, wish, services.settings)
    outcome = await services.workers.run(call)
    if isinstance(outcome, Watch):
        return watch_page(outcome, read_as(outcome), texts, is_new=True)
    if outcome is Unwatchable.PAST:
        return Outgoing(texts.text("watch-past"))
    if outcome is Unwatchable.EMPTY:
        return Outgoing(texts.text("watch-what"))
    return Outgoing(texts.text("watch-too-many", limit=services.settings.watches_per_user))


async def _list(update: Update, context: Context, texts: Texts) -> Outgoing:
    store, chat = context.services.watching.watches, update.effective_chat
    watches = await asyncio.to_thread(store.of_chat, chat.id if chat else 0)
    quiet = await asyncio.to_thread(store.quiet_hours, asker_of(update))
    return list_page(watches, quiet, texts)


async def _may(update: Update, context: Context, press: Press, watch: Watch) -> bool:
    """Whether a watch is one's own, or one may delete it as an administrator of the group."""
    chat, user_id = update.effective_chat, asker_of(update)
    if user_id == watch.user_id:
        return True
    if press.action != "delete" or chat is None or chat.type == Chat.PRIVATE:
        return False
    try:
        member = await context.bot.get_chat_member(chat.id, user_id)
    except TelegramError:
        return False
    return member.status in {ChatMember.OWNER, ChatMember.ADMINISTRATOR}


async def _may_ask(update: Update, context: Context) -> bool:
    limit = context.services.rate_limit
    refusal = limit.ask(asker_of(update), time.time())
    if refusal is not None and not refusal.told:
        await context.reply_text(update, "rate-limit", limit=limit.limit, seconds=refusal.seconds)
    return refusal is None


async def _edit(update: Update, context: Context, page: Outgoing) -> None:
    message = update.callback_query and update.callback_query.message
    if not isinstance(message, Message):
        await context.reply(update, page)
        return
    await context.services.outbox.edit(message.chat.id, message.message_id, page)


async def _edit_buttons(
    update: Update, context: Context, buttons: InlineKeyboardMarkup | None
) -> None:
    message = update.callback_query and update.callback_query.message
    if isinstance(message, Message):
        await context.services.outbox.edit_buttons(message.chat.id, message.message_id, buttons)


def _after_command(update: Update) -> str:
    text = (update.message and update.message.text) or ""
    return clean(re.sub(r"^/\w+(?:@\w+)?", "", text)).strip()
