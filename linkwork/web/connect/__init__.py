"""Pages that connect a need to a service, and follow it to a known outcome."""
