"""Answers as files for other programs: tables and calendars."""
