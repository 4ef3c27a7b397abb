"""Built-in extractors, one file each."""
