"""Stage estimate: from capture histories to an interval, or to a refusal."""
