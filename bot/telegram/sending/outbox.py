"""Sends to Telegram, by Telegram's rules: waits, repeats, follows chats and gives up in time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from telegram import (
    Bot,
    CallbackQuery,
    ForceReply,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResult,
    InlineQueryResultsButton,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
)

from bot.telegram.html import plain
from bot.telegram.intake.inbox import Delivery
from bot.telegram.sending.delivering import PATIENCE, deliver
from bot.telegram.storage.state import State

log = logging.getLogger(__name__)

T = TypeVar("T")

_INLINE_KEPT = 10  # seconds that Telegram may show the same results
_CANNOT_WRITE = ("not enough rights", "chat_write_forbidden", "chat not found", "topic_closed")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes, and the message that it replies to."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to send: plain text or Telegram's HTML, with buttons or none.

    With `force_reply` the client opens a reply to it, for whom it is sent to.
    """

    text: str
    html: bool = False
    buttons: InlineKeyboardMarkup | None = None
    force_reply: bool = False


@dataclass(frozen=True, slots=True)
class OutgoingFile:
    """A file to send, or a picture to show, under a caption in Telegram's HTML."""

    name: str
    content: bytes = field(repr=False)
    caption: str
    is_photo: bool = False
    buttons: InlineKeyboardMarkup | None = None


def cannot_write(error: BadRequest) -> bool:
    """Return whether a chat refuses all messages, not just this one."""
    return _says(error, *_CANNOT_WRITE)


def lacks_topic(error: BadRequest) -> bool:
    """Return whether the topic that a message was for is gone."""
    return _says(error, "message thread not found")


class Outbox:
    """Sends and edits messages of one bot."""

    def __init__(self, bot: Bot, state: State) -> None:
        self._bot = bot
        self._state = state

    @property
    def bot_name(self) -> str:
        """The bot's user name, by which links lead to it."""
        return self._bot.username

    async def send(
        self, delivery: Delivery, place: Place, message: Outgoing | OutgoingFile
    ) -> int | None:
        """Send a message or file of an answer and return its id; None where the chat takes none.

        One that went out before a restart is not sent again.
        """
        already_sent = delivery.next_already_sent()
        if already_sent is not None:
            return already_sent
        message_id = await self.send_once(place, message)
        if message_id is not None:
            await delivery.record(message_id)
        return message_id

    async def send_once(
        self, place: Place, message: Outgoing | OutgoingFile, patience: float = PATIENCE
    ) -> int | None:
        """Send what belongs to no answer and return its message's id, or None."""
        send = self._send_file if isinstance(message, OutgoingFile) else self._send
        try:
            return await send(place, message, patience)  # type: ignore[arg-type]
        except ChatMigrated as error:
            await asyncio.to_thread(self._state.move_chat, place.chat_id, error.new_chat_id)
            moved = replace(place, chat_id=error.new_chat_id, reply_to=None)
            return await send(moved, message, patience)  # type: ignore[arg-type]
        except Forbidden as error:
            log.info("Chat %s takes no messages: %s", place.chat_id, error)
            await asyncio.to_thread(self._state.block, place.chat_id)
        except BadRequest as error:
            if not cannot_write(error):
                raise
            log.warning("Chat %s takes no messages: %s", place.chat_id, error)
        return None

    async def attempt(self, place: Place, message: Outgoing) -> int:
        """Send a message now or not at all, and return its id. Raises TelegramError."""
        return await self._send(place, message, 0.0)

    async def edit(self, chat_id: int, message_id: int, message: Outgoing) -> bool:
        """Put another text in a message; return whether it now has that text."""
        request = partial(
            self._bot.edit_message_text,
            chat_id=chat_id,
            message_id=message_id,
            reply_markup=message.buttons,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        try:
            await _with_plain_retry(message, request, PATIENCE)
        except BadRequest as error:
            if _says(error, "message is not modified"):
                return True
            if not _says(error, *_CANNOT_EDIT):
                raise
            return False
        except Forbidden as error:
            log.info("Chat %s takes no messages: %s", chat_id, error)
            await asyncio.to_thread(self._state.block, chat_id)
        return True

    async def edit_picture(self, chat_id: int, message_id: int, picture: OutgoingFile) -> bool:
        """Put another picture in the place of one; return whether the message now has it."""
        content = InputFile(picture.content, filename=picture.name, attach=True)
        media = InputMediaPhoto(content, caption=picture.caption, parse_mode=ParseMode.HTML)
        request = partial(
            self._bot.edit_message_media,
            media,
            chat_id=chat_id,
            message_id=message_id,
            reply_markup=picture.buttons,
        )
        try:
            await deliver(request)
        except BadRequest as error:
            if not _says(error, "message is not modified", *_CANNOT_EDIT):
                raise
            return _says(error, "message is not modified")
        return True

    async def edit_buttons(
        self, chat_id: int, message_id: int, buttons: InlineKeyboardMarkup | None
    ) -> None:
        """Put other buttons under a message, where it is still there."""
        request = partial(
            self._bot.edit_message_reply_markup,
            chat_id=chat_id,
            message_id=message_id,
            reply_markup=buttons,
        )
        try:
            await deliver(request)
        except (BadRequest, Forbidden) as error:
            log.info("The buttons of message %s stay: %s", message_id, error)

    async def delete(self, chat_id: int, message_id: int) -> None:
        """Delete a message of the bot's own, where Telegram lets it."""
        try:
            await deliver(partial(self._bot.delete_message, chat_id, message_id))
        except (BadRequest, Forbidden) as error:
            log.info("Message %s stays: %s", message_id, error)

    async def answer_press(self, query: CallbackQuery, alert: str | None = None) -> None:
        """Tell the client that a button's press arrived; too late is not an error."""
        request = partial(query.answer, text=alert, show_alert=alert is not None)
        try:
            await deliver(request, patience=5.0)
        except BadRequest as error:
            log.info("A button's press was not answered: %s", error)

    async def _send_file(self, place: Place, file: OutgoingFile, patience: float) -> int:
        method = self._bot.send_photo if file.is_photo else self._bot.send_document
        content = InputFile(file.content, filename=file.name)
        reply = place.reply_to and ReplyParameters(place.reply_to, allow_sending_without_reply=True)
        request = partial(
            method,
            place.chat_id,
            content,
            message_thread_id=place.thread_id,
            reply_parameters=reply or None,
            reply_markup=file.buttons,
            caption=file.caption,
            parse_mode=ParseMode.HTML,
        )
        sent = await deliver(request, patience)
        return sent.message_id

    async def answer_inline(
        self,
        query: InlineQuery,
        results: Sequence[InlineQueryResult],
        *,
        next_offset: str = "",
        button: InlineQueryResultsButton | None = None,
    ) -> None:
        """Show results to whoever typed an inline query; too late is not an error."""
        request = partial(
            query.answer,
            results,
            cache_time=_INLINE_KEPT,
            is_personal=True,
            next_offset=next_offset,
            button=button,
        )
        try:
            await deliver(request, patience=5.0)
        except BadRequest as error:
            if not _says(error, "query is too old", "query_id_invalid"):
                raise
            log.info("An inline query was not answered: %s", error)

    async def answer_guest(self, guest_query_id: str, result: InlineQueryResult) -> None:
        """Reply once in a chat that the bot is no member of; too late is not an error."""
        try:
            await deliver(partial(self._bot.answer_guest_query, guest_query_id, result), 30.0)
        except (BadRequest, Forbidden) as error:
            log.info("A guest's question was not answered: %s", error)

    async def _send(self, place: Place, message: Outgoing, patience: float) -> int:
        reply = place.reply_to and ReplyParameters(place.reply_to, allow_sending_without_reply=True)
        request = partial(
            self._bot.send_message,
            chat_id=place.chat_id,
            message_thread_id=place.thread_id,
            reply_parameters=reply or None,
            reply_markup=ForceReply(selective=True) if message.force_reply else message.buttons,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
        )
        sent = await _with_plain_retry(message, request, patience)
        return sent.message_id


async def _with_plain_retry(
    message: Outgoing, request: Callable[..., Awaitable[T]], patience: float
) -> T:
    if not message.html:
        return await deliver(partial(request, text=message.text), patience)
    try:
        formatted = partial(request, text=message.text, parse_mode=ParseMode.HTML)
        return await deliver(formatted, patience)
    except BadRequest as error:
        if not _says(error, "can't parse entities"):
            raise
        log.error("Telegram refused the mark-up of a message, sent as plain text: %s", error)
        return await deliver(partial(request, text=plain(message.text)), patience)


def _says(error: BadRequest, *phrases: str) -> bool:
    return any(phrase in error.message.lower() for phrase in phrases)
