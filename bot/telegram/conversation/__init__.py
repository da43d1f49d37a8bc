"""What the bot does about each update: questions, lists, pages."""
