"""What buyers of such software ask for, epic by epic: one Given, When, Then each, through the pages."""
