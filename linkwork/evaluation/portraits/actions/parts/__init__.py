"""What the actions share."""
