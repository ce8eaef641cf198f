"""Pages about partners: who we work with and how it is going; meetings; advocacy and its persistence."""
