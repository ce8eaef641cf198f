"""Find: the directory, near this person, open when they can go, and how fresh it is."""
