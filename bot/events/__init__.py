"""Answers from events: lists, counts, comparisons, with what they leave out."""
