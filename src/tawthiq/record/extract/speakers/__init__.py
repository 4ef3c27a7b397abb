"""Speakers: who says a clause, through whose mouths, with which words."""
