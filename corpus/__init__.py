"""Ground state: what was published, word for word, every version of it.

Knows nothing of search or chat; imports neither `index` nor `bot`.
"""
