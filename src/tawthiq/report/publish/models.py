"""Tables of publish."""
