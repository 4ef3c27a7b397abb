"""Masking: faces found, reviewed one by one by a person, filled; detection only, nothing here tells two faces apart."""
