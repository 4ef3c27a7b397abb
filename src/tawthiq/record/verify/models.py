"""Tables of verify."""
