"""Blame: which party is made responsible for what a clause tells."""
