"""The embedding model: the bundled one, or any that is named."""
