"""Whom a message is for: what it asks the bot, where, and in whose name. Pure."""

from __future__ import annotations

import re

from telegram import Chat, Message, MessageEntity, Update, User

from bot.telegram.html import clean
from bot.telegram.sending.outbox import Place
from bot.telegram.storage.state import Talk
from corpus.release import Language


def question_in(message: Message, bot: User) -> str | None:
    """Return what a message asks the bot, without its name and without /ask.

    It is "" where the bot is addressed and asked nothing. None means that the message is not
    for the bot: talk in a group, another bot's message, another command.
    """
    text = message.text or message.caption or ""
    command = re.match(r"/(\w+)(?:@(\w+))?\s*", text)
    if command:
        mine = (command[2] or bot.username or "").lower() == (bot.username or "").lower()
        if command[1].lower() != "ask" or not mine:
            return None
        text = text[command.end() :]
    elif message.chat.type != Chat.PRIVATE and not _is_addressed(message, bot):
        return None
    return without_name(text, bot.username or "")


def without_name(text: str, name: str) -> str:
    """Return `text` without mentions of the bot called `name`."""
    return clean(re.sub(rf"@{re.escape(name)}\b", "", text, flags=re.IGNORECASE)).strip()


def _is_addressed(message: Message, bot: User) -> bool:
    sender = message.from_user
    if message.is_automatic_forward or (sender and sender.is_bot and not message.sender_chat):
        return False
    answered = message.reply_to_message
    if answered and answered.from_user and answered.from_user.id == bot.id:
        return not (message.is_topic_message and answered.forum_topic_created)
    mentions = {
        **message.parse_entities([MessageEntity.MENTION, MessageEntity.TEXT_MENTION]),
        **message.parse_caption_entities([MessageEntity.MENTION, MessageEntity.TEXT_MENTION]),
    }
    return any(
        (entity.user and entity.user.id == bot.id) or name.lower() == f"@{bot.username}".lower()
        for entity, name in mentions.items()
    )


def asker_of(update: Update) -> int:
    """Return the id that stands for whoever sent an update: a user, or a chat in its own name."""
    message = update.message or update.edited_message
    if message and message.sender_chat:
        return message.sender_chat.id
    return update.effective_user.id if update.effective_user else 0


def place_of(update: Update) -> Place | None:
    """Return where an update is to be answered; None where it belongs to no chat.

    In a group the answer is a reply; in private it is plain to what it replies.
    """
    chat, message = update.effective_chat, update.effective_message
    if chat is None:
        return None
    if not isinstance(message, Message):
        return Place(chat.id)
    thread_id = message.message_thread_id if message.is_topic_message else None
    replies = chat.type != Chat.PRIVATE and update.callback_query is None
    return Place(chat.id, thread_id, message.message_id if replies else None)


def talk_of(update: Update, place: Place) -> Talk:
    """Return the conversation that an update belongs to."""
    return Talk(place.chat_id, place.thread_id or 0, asker_of(update))


def client_language(update: Update) -> Language | None:
    """Return the language that the user's client speaks, where the bot speaks it too."""
    code = (update.effective_user and update.effective_user.language_code) or ""
    try:
        return Language(code.lower().partition("-")[0])
    except ValueError:
        return None
