"""Inline mode: events and releases as cards, in any chat where the bot is named."""
