"""What a figure is without an engine: spreads, values, groups and what must be hidden."""
