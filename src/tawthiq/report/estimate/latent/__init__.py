"""Latent classes: children of a few unknown kinds, each kind with its own chance of being on each list."""
