"""The pages of a plan, a file per noun."""
