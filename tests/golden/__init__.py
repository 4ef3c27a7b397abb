"""Golden tables: what a release prints, kept as text that a person has read."""
