"""The bot, put together in one place."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.owner.metrics import OK, Metrics
from bot.ports import Engine
from bot.rate import RateLimit
from bot.settings import BotSettings
from bot.telegram.context import App, Context, Services
from bot.telegram.conversation import asking, handlers
from bot.telegram.conversation.pages import PAGES
from bot.telegram.feedback.reporting import on_reply
from bot.telegram.feedback.reports import Reports
from bot.telegram.inline.answering import on_inline_query
from bot.telegram.inline.desk import InlineDesk
from bot.telegram.inline.guest import on_guest_message
from bot.telegram.intake import journal as journals
from bot.telegram.intake.inbox import Inbox, Processor
from bot.telegram.intake.journal import Journal
from bot.telegram.owner.broadcasts import Broadcasts
from bot.telegram.owner.handlers import note_seen, owner_handlers
from bot.telegram.owner.people import People
from bot.telegram.releases.following import on_start
from bot.telegram.releases.showing import on_text
from bot.telegram.sending.outbox import Outbox
from bot.telegram.storage import shelf as shelves
from bot.telegram.storage.asked import AskedQuestions
from bot.telegram.storage.database import Database
from bot.telegram.storage.shelf import Shelf
from bot.telegram.storage.state import State, Talk
from bot.telegram.takeaway import country, country_buttons
from bot.telegram.watches.buttons import PATTERN
from bot.telegram.watches.handlers import on_watch, on_watch_button, on_watches
from bot.telegram.watches.watching import make_watching
from bot.workers import Workers

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.INLINE_QUERY,
    Update.GUEST_MESSAGE,
]

Reply = bool | dict[str, Any] | list[dict[str, Any]]

_UPDATES_FOR_A_QUESTION = 5  # commands and presses that a user may send for each question
_NOT_COUNTED = {"sendChatAction", "answerInlineQuery", "answerCallbackQuery"}
_POLL_CONNECTIONS = 4  # with a single one, a torn poll would block the next for good


class _Limiter(AIORateLimiter):
    """Keeps to Telegram's rates, not counting "typing" and such, which cost a chat nothing.

    How each call ends is counted.
    """

    def __init__(self, metrics: Metrics) -> None:
        super().__init__(max_retries=0)  # refusals are waited out per chat, in the outbox
        self._metrics = metrics

    async def process_request(
        self,
        callback: Callable[..., Coroutine[object, object, Reply]],
        args: Any,  # noqa: ANN401 - as in the base
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Reply:
        """Call Telegram when its limits allow."""
        try:
            if endpoint in _NOT_COUNTED:
                reply = await callback(*args, **kwargs)
            else:
                reply = await super().process_request(
                    callback, args, kwargs, endpoint, data, rate_limit_args
                )
        except TelegramError as error:
            self._metrics.called(endpoint, type(error).__name__)
            raise
        self._metrics.called(endpoint, OK)
        return reply


def build_application(settings: BotSettings, engine: Engine, database: Database) -> App:
    """Return the application, wired but not initialized; its parts are in `services_of`.

    It has no updater: `bot.telegram.run` fetches updates, or the web server of
    `bot.telegram.intake.web` takes them in.
    """
    kept = settings.retention
    bot_id = int(settings.token.partition(":")[0])
    journal = Journal(database, bot_id, kept=min(kept, journals.KEPT))
    inbox = Inbox(journal)
    metrics = Metrics()
    application = _build(settings, inbox, metrics)
    state = State(database)
    application.bot_data["services"] = Services(
        settings=settings,
        engine=engine,
        state=state,
        journal=journal,
        shelf=Shelf(database, kept=min(kept, shelves.KEPT)),
        asked=AskedQuestions(database, kept=kept),
        reports=Reports(database, kept=kept),
        people=People(database),
        broadcasts=Broadcasts(database, kept=kept),
        metrics=metrics,
        reindexing=asyncio.Lock(),
        watching=make_watching(database),
        inbox=inbox,
        outbox=Outbox(application.bot, state),
        workers=Workers(),
        inline=InlineDesk(),
        rate_limit=RateLimit(settings.rate_limit),
        flood_limit=RateLimit(_UPDATES_FOR_A_QUESTION * settings.rate_limit),
        turns=WeakValueDictionary[Talk, asyncio.Lock](),
    )
    _add_handlers(application)
    return application


def _build(settings: BotSettings, inbox: Inbox, metrics: Metrics) -> App:
    return (
        Application.builder()
        .token(settings.token)
        .base_url(f"{settings.base_url}/bot")
        .get_updates_connection_pool_size(_POLL_CONNECTIONS)
        .updater(None)
        .update_queue(inbox)
        .concurrent_updates(Processor(inbox))
        .rate_limiter(_Limiter(metrics))
        .job_queue(None)
        .context_types(ContextTypes(context=Context))
        .build()
    )


def services_of(application: App) -> Services:
    """Return the parts that an application works with."""
    return application.bot_data["services"]


def processor_of(application: App) -> Processor:
    """Return what runs the answers of an application."""
    processor = application.update_processor
    assert isinstance(processor, Processor)  # noqa: S101 - as built above
    return processor


def _add_handlers(application: App) -> None:
    new = filters.UpdateType.MESSAGE
    application.add_handler(TypeHandler(Update, handlers.hold_back), group=-3)
    application.add_handler(TypeHandler(Update, handlers.guard), group=-2)
    application.add_handler(TypeHandler(Update, note_seen), group=-1)
    application.add_handlers(owner_handlers(services_of(application).settings.admins))
    application.add_handlers(
        [
            CommandHandler("start", on_start, new),
            CommandHandler(PAGES, handlers.on_page_command, new),
            CommandHandler("new", handlers.on_new, new),
            CommandHandler("forget", handlers.on_forget, new),
            CommandHandler("ask", asking.on_question, new),
            CommandHandler("country", country.on_country, new),
            CallbackQueryHandler(country.on_country_press, country_buttons.PREFIX),
            CommandHandler("watch", on_watch, new),
            CommandHandler("watches", on_watches, new),
            MessageHandler(filters.UpdateType.EDITED_MESSAGE, asking.on_edited_question),
            CallbackQueryHandler(on_watch_button, PATTERN),
            CallbackQueryHandler(handlers.on_button),
            InlineQueryHandler(on_inline_query),
            MessageHandler(filters.UpdateType.GUEST_MESSAGE, on_guest_message),
            ChatMemberHandler(handlers.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(filters.StatusUpdate.MIGRATE, handlers.on_migration),
            MessageHandler(new & filters.COMMAND, handlers.on_unknown_command),
            MessageHandler(new & filters.REPLY & filters.TEXT, on_reply),
            MessageHandler(new & (filters.TEXT | filters.CAPTION), on_text),
            MessageHandler(
                new & filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL,
                handlers.on_unknown_content,
            ),
        ]
    )
    application.add_error_handler(handlers.on_error)
