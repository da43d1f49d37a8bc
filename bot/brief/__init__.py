"""Briefs on what the releases tell of a country or an organisation and Kazakhstan."""
