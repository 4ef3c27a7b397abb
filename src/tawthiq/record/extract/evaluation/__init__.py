"""Evaluation: how far an extractor agrees with people, field by field."""
