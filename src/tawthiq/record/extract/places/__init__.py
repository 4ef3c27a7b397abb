"""Places: where it is said to have happened."""
