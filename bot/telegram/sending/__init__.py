"""Sends to Telegram by its rules."""
