"""Stage compare: copies of the same picture, video or text."""
