"""Dates: the times that a text tells, turned into days against the day it came out."""
