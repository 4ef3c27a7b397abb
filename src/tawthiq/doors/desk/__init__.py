"""The desk: web pages."""
