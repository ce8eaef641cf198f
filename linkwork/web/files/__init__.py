"""What comes into a study from other programs, and what goes out to them."""
