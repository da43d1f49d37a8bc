"""Keeps what the bot stores of chats and people."""
