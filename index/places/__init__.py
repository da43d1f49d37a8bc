"""Countries, cities, regions and organisations in a text, and what belongs to what."""
