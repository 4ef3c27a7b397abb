"""Custody floor: the only one that touches disk, database connection, keys."""
