"""Evidence: what is handed to an outsider, who checks it without us."""
