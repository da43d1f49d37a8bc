"""Other forms of an answer under its own buttons: its sources, a table, another year or reading."""
