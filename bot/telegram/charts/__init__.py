"""Pictures of an answer in a chat."""
