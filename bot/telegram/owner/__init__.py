"""Commands of the bot's owner, by id only, and what they need to be kept."""
