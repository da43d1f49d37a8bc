"""The Telegram front end: takes updates in, asks the engine, sends what it answers.

Only this package imports python-telegram-bot; it knows the engine as `bot.ports.Engine`.
"""
