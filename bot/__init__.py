"""The conversation: understand a question, look up, compose a grounded answer, render it."""
