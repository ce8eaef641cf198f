"""Papers about partners: made of blocks, so that the page, the PDF and the Word document say the same."""
