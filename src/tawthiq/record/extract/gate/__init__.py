"""Gate: what of a model's proposals is let in: as far as the text and our own rules bear it out."""
