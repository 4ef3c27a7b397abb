"""Jobs: long work in the background, resumed when a worker dies."""
