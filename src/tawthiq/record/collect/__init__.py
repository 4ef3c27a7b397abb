"""Stage collect: items, the channel that brought them, their custody."""
