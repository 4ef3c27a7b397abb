"""What is recorded of each type of violation beyond the facts that all share; one table of fields for each."""
