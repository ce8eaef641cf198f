"""What pages of the toolkit do when they are opened or sent."""
