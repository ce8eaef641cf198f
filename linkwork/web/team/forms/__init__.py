"""What can be entered on the team’s pages, a file per noun."""
