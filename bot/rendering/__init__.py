"""Answers as people see them, in a terminal and in Telegram."""
