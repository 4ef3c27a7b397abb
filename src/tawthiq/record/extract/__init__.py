"""Stage extract: attributed statements with exact spans."""
