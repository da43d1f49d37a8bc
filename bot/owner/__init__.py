"""What the bot tells its owner of itself. Knows no Telegram."""
