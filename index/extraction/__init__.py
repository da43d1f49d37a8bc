"""Typed events read out of releases: who was where, when, in what office, by which sentence."""
