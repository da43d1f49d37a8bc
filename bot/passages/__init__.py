"""Answers from sentences: facts, words, documents, or that there is nothing."""
