"""Stage publish: frozen releases that disclose no person."""
