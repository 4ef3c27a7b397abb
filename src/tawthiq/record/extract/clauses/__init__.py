"""Clauses: where one claim of a sentence ends and the next begins."""
