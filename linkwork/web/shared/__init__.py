"""What every page shares: who is looking, who may open what, the frame around the page, small formats."""
