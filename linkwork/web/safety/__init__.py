"""Pages of safeguarding concerns. They open for the author and the leads; for everybody else they are not there."""
