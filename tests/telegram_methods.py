"""What the loopback Bot API server does for each method, with Telegram's checks and words."""

# ruff: noqa: ANN401 - what goes over the wire has no fixed type
from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from telegram_html import Entity, RefusedError, parse, units

Params = dict[str, Any]
ME = {"id": 123456, "is_bot": True, "first_name": "Elshi", "username": "elshi_bot"}
_RIGHTS = (
    "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
    "can_post_stories", "can_edit_stories", "can_delete_stories",
)  # fmt: skip
_GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
    "gifts_from_channels",
)  # fmt: skip
_MAX_ENTITY_BYTES = 9500


class TelegramError(Exception):
    """A refusal in Telegram's words."""

    def __init__(self, status: int, description: str, parameters: Params | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.parameters = parameters


class Methods:
    """The bot's chats as the server knows them; message ids count up per chat."""

    def __init__(self) -> None:
        self.chats: dict[int, Params] = {}
        self.messages: dict[int, dict[int, Params]] = defaultdict(dict)
        self.blocked: set[int] = set()
        self.migrated: dict[int, int] = {}
        self.queries: set[str] = set()
        self.found: dict[str, list[Params]] = {}
        self.settings: dict[tuple[str, str, str], Any] = {}
        self.administrators: dict[int, set[int]] = {}
        self._last: dict[int, int] = defaultdict(int)

    def perform(self, method: str, params: Params) -> Any:
        """Return the result of a call. Raises TelegramError."""
        known: dict[str, Callable[[Params], Any]] = {
            "getMe": lambda _: ME | {"can_join_groups": True},
            "sendMessage": self._send,
            "editMessageText": self._edit,
            "editMessageReplyMarkup": self._edit_markup,
            "editMessageMedia": self._edit_media,
            "sendDocument": lambda given: self._send_file("document", given),
            "sendPhoto": lambda given: self._send_file("photo", given),
            "deleteMessage": self._delete,
            "answerCallbackQuery": self._answer_query,
            "answerInlineQuery": self._answer_inline,
            "answerGuestQuery": self._answer_guest,
            "getChatMember": self._member,
            "getChat": self._get_chat,
            "sendChatAction": lambda given: self._chat(given) and True,
        }
        if method in known:
            return known[method](params)
        if method.startswith(("setMy", "getMy")):
            return self._setting(method, params)
        raise TelegramError(404, "Not Found: method not found")

    def _member(self, params: Params) -> Params:
        chat_id = self._chat(params)["id"]
        user = {"id": params["user_id"], "is_bot": False, "first_name": "Somebody"}
        if params["user_id"] not in self.administrators.get(chat_id, ()):
            return {"status": "member", "user": user}
        rights = dict.fromkeys(_RIGHTS, False)
        return {"status": "administrator", "user": user, "can_be_edited": False} | rights

    def _get_chat(self, params: Params) -> Params:
        named = (c for c in self.chats.values() if f"@{c.get('username')}" == params["chat_id"])
        chat = next(named, None) or self._chat(params)
        gifts = dict.fromkeys(_GIFTS, False)
        return chat | {"accent_color_id": 0, "max_reaction_count": 1, "accepted_gift_types": gifts}

    def add(self, chat: Params, **content: Any) -> Params:
        """Put a message into a chat and return it."""
        chat_id = chat["id"]
        self.chats[chat_id] = chat
        self._last[chat_id] += 1
        message_id = self._last[chat_id]
        message = {"message_id": message_id, "date": int(time.time()), "chat": chat, **content}
        self.messages[chat_id][message_id] = message
        return message

    def of_bot(self, chat_id: int) -> list[Params]:
        """Return the bot's messages in a chat, oldest first."""
        return [m for m in self.messages[chat_id].values() if m.get("from") == ME]

    def _chat(self, params: Params) -> Params:
        chat_id = params.get("chat_id")
        if chat_id in self.migrated:
            raise TelegramError(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                {"migrate_to_chat_id": self.migrated[chat_id]},
            )
        if chat_id in self.blocked:
            raise TelegramError(403, "Forbidden: bot was blocked by the user")
        if chat_id not in self.chats:
            raise TelegramError(400, "Bad Request: chat not found")
        return self.chats[chat_id]

    def _send(self, params: Params) -> Params:
        return self._post(params, _content(params))

    def _send_file(self, kind: str, params: Params) -> Params:
        return self._post(params, self._file_content(kind, params) | _markup(params))

    def _file_content(self, kind: str, params: Params) -> Params:
        file = params[kind]
        most, size = (10, 50)[kind == "document"] * 2**20, len(file["content"])
        if not 0 < size <= most:
            raise TelegramError(413 if size else 400, "Bad Request: file must be non-empty")
        caption, entities = _parse({**params, "text": params.get("caption", "")})
        if units(caption) > 1024:
            raise TelegramError(400, "Bad Request: message caption is too long")
        shown = {"file_id": file["name"], "file_unique_id": file["name"], "file_size": size}
        width, height = _size(file["content"]) if kind == "photo" else (1, 1)
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise TelegramError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        photo = [shown | {"width": width, "height": height}]
        content: Params = {kind: photo if kind == "photo" else shown | {"file_name": file["name"]}}
        content |= {"caption": caption} if caption else {}
        content |= {"caption_entities": [e.to_json() for e in entities]} if entities else {}
        return content

    def _edit_media(self, params: Params) -> Params:
        chat = self._chat(params)
        message = self.messages[chat["id"]].get(params["message_id"])
        if not message or message.get("from") != ME:
            raise TelegramError(400, "Bad Request: message to edit not found")
        media = params["media"]
        file = params[media["media"].removeprefix("attach://")]
        sent = self._file_content(media["type"], {**media, media["type"]: file})
        kept = {k: v for k, v in message.items() if k not in {"photo", "caption", "reply_markup"}}
        self.messages[chat["id"]][params["message_id"]] = kept | sent | _markup(params)
        return self.messages[chat["id"]][params["message_id"]]

    def _edit_markup(self, params: Params) -> Params:
        message = self.messages[self._chat(params)["id"]].get(params["message_id"])
        if not message or message.get("from") != ME:
            raise TelegramError(400, "Bad Request: message to edit not found")
        if message.get("reply_markup") == params.get("reply_markup"):
            raise TelegramError(400, "Bad Request: message is not modified")
        message.pop("reply_markup", None)
        message |= _markup(params)
        return message

    def _post(self, params: Params, content: Params) -> Params:
        chat = self._chat(params)
        thread = params.get("message_thread_id")
        if thread and not chat.get("is_forum"):
            raise TelegramError(400, "Bad Request: message thread not found")
        if thread:
            content |= {"message_thread_id": thread, "is_topic_message": True}
        reply = params.get("reply_parameters")
        if reply:
            replied = self.messages[chat["id"]].get(reply["message_id"])
            if not replied and not reply.get("allow_sending_without_reply"):
                raise TelegramError(400, "Bad Request: message to be replied not found")
            bare = {k: v for k, v in (replied or {}).items() if k != "reply_to_message"}
            content |= {"reply_to_message": bare} if bare else {}
        return self.add(chat, **{"from": ME}, **content)

    def _edit(self, params: Params) -> Params:
        chat = self._chat(params)
        message = self.messages[chat["id"]].get(params["message_id"])
        if not message or message.get("from") != ME:
            raise TelegramError(400, "Bad Request: message to edit not found")
        content = _content(params)
        if all(
            message.get(key) == content.get(key) for key in ("text", "entities", "reply_markup")
        ):
            raise TelegramError(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        kept = {k: v for k, v in message.items() if k not in {"text", "entities", "reply_markup"}}
        message = kept | content | {"edit_date": int(time.time())}
        self.messages[chat["id"]][params["message_id"]] = message
        return message

    def _delete(self, params: Params) -> bool:
        if not self.messages[params["chat_id"]].pop(params["message_id"], None):
            raise TelegramError(400, "Bad Request: message to delete not found")
        return True

    def _answer_query(self, params: Params) -> bool:
        if params["callback_query_id"] not in self.queries:
            raise TelegramError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        if units(params.get("text", "")) > 200:
            raise TelegramError(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    def _answer_inline(self, params: Params) -> bool:
        if params["inline_query_id"] not in self.queries:
            raise TelegramError(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        results = params["results"]
        check_results(results)
        if len(params.get("next_offset", "").encode()) > 64:
            raise TelegramError(400, "Bad Request: NEXT_OFFSET_INVALID")
        button = params.get("button")
        if button and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", button["start_parameter"]):
            raise TelegramError(400, "Bad Request: START_PARAM_INVALID")
        self.found[params["inline_query_id"]] = results
        return True

    def _answer_guest(self, params: Params) -> Params:
        if params["guest_query_id"] not in self.queries:
            raise TelegramError(400, "Bad Request: QUERY_ID_INVALID")
        check_results([params["result"]])
        self.queries.remove(params["guest_query_id"])
        self.found[params["guest_query_id"]] = [params["result"]]
        return {"inline_message_id": params["guest_query_id"]}

    def _setting(self, method: str, params: Params) -> Any:
        scope = params.get("scope", {}).get("type", "default")
        name, key = method[5:], (method[5:], scope, params.get("language_code", ""))
        field = {"Description": "description", "ShortDescription": "short_description"}.get(name)
        if method.startswith("set"):
            self.settings[key] = params[field or "commands"]
            return True
        found = self.settings.get(key, "" if field else [])
        return {field: found} if field else found


def check_results(results: list[Params]) -> None:
    """Refuse results of an inline query as Telegram does."""
    ids = [result["id"] for result in results]
    if len(results) > 50:
        raise TelegramError(400, "Bad Request: RESULTS_TOO_MUCH")
    if len(set(ids)) < len(ids):
        raise TelegramError(400, "Bad Request: RESULT_ID_DUPLICATE")
    for result in results:
        if not 1 <= len(result["id"].encode()) <= 64:
            raise TelegramError(400, "Bad Request: RESULT_ID_INVALID")
        if not result.get("title"):
            raise TelegramError(400, 'Bad Request: can\'t find field "title"')
        content = result["input_message_content"]
        _content({**content, "text": content["message_text"]})
        _markup(result)


def _size(png: bytes) -> tuple[int, int]:
    """Width and height as the header of a PNG has them."""
    if not png.startswith(b"\x89PNG\r\n\x1a\n"):
        raise TelegramError(400, "Bad Request: IMAGE_PROCESS_FAILED")
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _content(params: Params) -> Params:
    text, entities = _parse(params)
    if not text:
        raise TelegramError(400, "Bad Request: message text is empty")
    if units(text) > 4096:
        raise TelegramError(400, "Bad Request: message is too long")
    if sum(16 + len((entity.url or "").encode()) for entity in entities) > _MAX_ENTITY_BYTES:
        raise TelegramError(400, "Bad Request: ENTITIES_TOO_LONG")
    content: Params = {"text": text}
    if entities:
        content["entities"] = [entity.to_json() for entity in entities[:100]]
    return content | _markup(params)


def _markup(params: Params) -> Params:
    markup = params.get("reply_markup")
    for row in (markup or {}).get("inline_keyboard", ()):
        for button in row:
            if "url" in button:
                if not re.fullmatch(r"(https?|tg)://\S+\.\S+", button["url"]):
                    raise TelegramError(400, "Bad Request: BUTTON_URL_INVALID")
            elif not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                raise TelegramError(400, "Bad Request: BUTTON_DATA_INVALID")
    # Telegram tells of buttons in a message; what else a client is to show, it keeps to itself.
    return {"reply_markup": markup} if "inline_keyboard" in (markup or {}) else {}


def _parse(params: Params) -> tuple[str, list[Entity]]:
    text = params.get("text", "")
    if params.get("parse_mode") != "HTML":
        return text.strip(), []
    try:
        return parse(text)
    except RefusedError as error:
        raise TelegramError(400, f"Bad Request: can't parse entities: {error}") from None
