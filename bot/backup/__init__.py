"""Backs up what is stored, while the bot runs, and brings it back. Knows no Telegram."""
