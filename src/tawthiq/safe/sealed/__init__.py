"""Sealed identities: names, contacts, source identity; in a database of their own."""
