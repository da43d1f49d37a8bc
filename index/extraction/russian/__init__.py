"""Russian: who is where, by its cases."""
