"""Top floor: people and clocks come in here; no rule of the domain lives here."""
