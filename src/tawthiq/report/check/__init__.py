"""Article check: a quoted figure set beside what the record supports."""
