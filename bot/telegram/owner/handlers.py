"""Which of the owner's commands is done by what, and for whom: by id, in private, only."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from telegram import Update
from telegram.ext import BaseHandler, CallbackQueryHandler, CommandHandler, filters

from bot.telegram.context import Context
from bot.telegram.conversation.addressing import asker_of
from bot.telegram.owner.announcing import on_broadcast, on_broadcast_button
from bot.telegram.owner.broadcast_buttons import PATTERN
from bot.telegram.owner.commands import on_block, on_feedback, on_status, on_unblock, on_users
from bot.telegram.owner.reindexing import on_reindex

COMMANDS: Mapping[str, Callable[[Update, Context], Coroutine[Any, Any, None]]] = {
    "status": on_status,
    "users": on_users,
    "broadcast": on_broadcast,
    "reindex": on_reindex,
    "feedback": on_feedback,
    "block": on_block,
    "unblock": on_unblock,
}


def owner_handlers(admins: frozenset[int]) -> list[BaseHandler[Update, Context, Any]]:
    """The handlers of the owner's commands; of others', they take no notice."""
    if not admins:
        return []
    owner = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE & filters.User(admins)
    commands = [CommandHandler(name, does, owner) for name, does in COMMANDS.items()]
    return [*commands, CallbackQueryHandler(on_broadcast_button, PATTERN)]


async def note_seen(update: Update, context: Context) -> None:
    """Note who writes where, for counts and announcements; it holds no update up."""
    people, chat, user_id = context.services.people, update.effective_chat, asker_of(update)
    written = update.message or update.callback_query
    if written and chat and user_id:
        people.note(chat.id, user_id)
