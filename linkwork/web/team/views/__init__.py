"""The pages of the team, a file per noun."""
