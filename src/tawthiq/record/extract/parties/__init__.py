"""Parties named: by list structure, name, sort of group."""
