"""Ground floor: words of the domain, their arithmetic; imports nothing of ours."""
