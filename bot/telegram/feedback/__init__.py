"""Takes reports on answers in Telegram and keeps them."""
