"""Pages about the team: caseloads, supervision."""
