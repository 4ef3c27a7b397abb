"""Numbers: counts, shares, ages, sums of money that a text tells, with comparator and unit."""
