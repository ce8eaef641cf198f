"""What is counted in tables of codings: crossing, co-occurrence, saturation, words. Plain Python."""
