"""Standing questions in Telegram: kept, looked after, told of, and handled by buttons."""
