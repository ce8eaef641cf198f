"""Plain values for the pages of tables."""
