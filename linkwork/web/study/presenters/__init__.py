"""Plain values for the study pages."""
