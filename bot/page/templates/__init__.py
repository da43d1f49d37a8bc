"""Templates, style sheet and icon of the web page."""
