"""The desk as a person meets it, in Debian's Chromium."""
