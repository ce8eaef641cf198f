"""What the actions of this room share. Only they call it, inside their transaction and after their checks."""
