"""Tables of the doors."""
