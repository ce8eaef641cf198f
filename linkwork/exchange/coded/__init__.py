"""What was coded, for papers and spreadsheets: quotations, the codebook, a text with its codings."""
