"""The page: one document read once: its sentences, quotations, numbers, names, for all that comes after."""
