"""Plain values for the pages about a study's plan and its sources."""
