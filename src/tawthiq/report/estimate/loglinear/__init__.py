"""Poisson log-linear models of capture patterns with pairs of lists that depend on one another."""
