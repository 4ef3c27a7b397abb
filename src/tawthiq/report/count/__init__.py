"""Stage count: figures from verified acts."""
