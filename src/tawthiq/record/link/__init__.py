"""Stage link: incidents, acts, children made from statements."""
