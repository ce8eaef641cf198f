"""Pages about what changed for a person. They stand inside the page about the person."""
