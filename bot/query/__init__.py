"""Questions read as typed queries of events, and told back in words."""
