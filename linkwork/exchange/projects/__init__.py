"""Projects of other programs for coding texts: Taguette, QualCoder, and whatever writes REFI-QDA."""
