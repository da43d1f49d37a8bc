"""Accounts of one event joined, stored and selected from."""
