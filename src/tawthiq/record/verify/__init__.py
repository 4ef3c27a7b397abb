"""Stage verify: assessments under a policy; the only maker of verified things."""
