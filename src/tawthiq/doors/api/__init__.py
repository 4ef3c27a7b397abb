"""The API `/api/v1`: what the record holds, for programs; read only."""
