"""The codebook of a study: its frames, its own codes, how they were frozen, the method it follows and its themes."""
