"""Names: known ones found in running text, unknown ones learned from what a text does with them."""
