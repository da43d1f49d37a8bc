"""An answer as a picture: bars or a map of the world."""
