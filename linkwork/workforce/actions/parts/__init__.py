"""What several actions of this room share."""
