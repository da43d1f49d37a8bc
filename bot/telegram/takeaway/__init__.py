"""Answers taken away from a chat: files and briefs on countries."""
