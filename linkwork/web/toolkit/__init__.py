"""Pages on which the toolkit is composed, published and looked at before it goes out."""
