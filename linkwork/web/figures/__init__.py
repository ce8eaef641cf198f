"""Pages of extracts and figures."""
