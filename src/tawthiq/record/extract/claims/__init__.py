"""Claims: everything bound to one clause, made into a statement."""
