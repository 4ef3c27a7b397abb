"""Doubts: what makes a statement less sure: its own numbers, the words around it, its doubles."""
