"""Kazakh: who is where, by its suffixes and the verb at the end."""
