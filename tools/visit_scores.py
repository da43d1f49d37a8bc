"""Moved: run `elshi evaluate --visits SET [--errors N] [--json]`, which matches in the same way."""
raise SystemExit(__doc__)
