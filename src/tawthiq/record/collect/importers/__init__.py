"""Built-in importers, one file each."""
