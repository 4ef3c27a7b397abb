"""Harms: which grave violations a clause tells, done to whom, and what only looks like one."""
