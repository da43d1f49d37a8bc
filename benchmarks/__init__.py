"""Measures Elshi's retrieval and speed, and the same work done by others."""
