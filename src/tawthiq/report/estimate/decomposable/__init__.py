"""Decomposable graphs over lists, weighed against the data (Madigan & York 1997)."""
