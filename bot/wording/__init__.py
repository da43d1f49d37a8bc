"""A language model, where the owner sets one up, words an answer; it never adds a fact."""
