"""Pages of the settings: the programme, who works in it, its stages, and what the trail says."""
