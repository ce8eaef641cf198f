"""The learning half at work: studies, sources, the coding desk, where frames meet, quotations."""
