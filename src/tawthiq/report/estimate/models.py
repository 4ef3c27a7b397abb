"""Tables of estimate."""
