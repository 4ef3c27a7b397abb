"""Registers of acts through the real commands: published totals, and random ones beside a plain count."""
