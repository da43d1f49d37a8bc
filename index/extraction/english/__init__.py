"""English: who is where, by the order of its words."""
