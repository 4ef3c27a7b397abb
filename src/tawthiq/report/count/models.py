"""Tables of count."""
