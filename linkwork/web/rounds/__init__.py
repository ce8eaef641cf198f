"""Coding together: rounds, agreement, differences, consensus, practice, ratings."""
