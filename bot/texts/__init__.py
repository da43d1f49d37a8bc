"""What users read, one Fluent file per language; read through `bot.messages`."""
