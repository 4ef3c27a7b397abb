"""The report: what may be said."""
