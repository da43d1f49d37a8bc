"""Derived state: everything here can be rebuilt at any time from `corpus`.

Knows nothing of users; never imports `bot`.
"""
