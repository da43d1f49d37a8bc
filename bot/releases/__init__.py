"""One release: recognised in a text that is handed in, and told with its versions and events."""
