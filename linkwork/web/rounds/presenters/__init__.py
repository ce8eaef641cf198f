"""Plain values for the pages of coding together."""
