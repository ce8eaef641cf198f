"""What several actions of the directory do inside their transaction."""
