"""Vega-Lite specifications of what estimation found, each with words for those who cannot see it."""
