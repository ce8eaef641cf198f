"""The rules of looking after the workers, a file per noun."""
