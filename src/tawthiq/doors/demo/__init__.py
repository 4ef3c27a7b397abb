"""The demo: invented data, in a home of its own; no child, family or newspaper in it exists."""
