"""Words of questions about events, one file a language; read through `bot.query_words`."""
