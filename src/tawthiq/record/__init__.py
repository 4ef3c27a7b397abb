"""The record: what happened, on whose word."""
