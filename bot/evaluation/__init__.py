"""Evaluation sets answered and scored."""
