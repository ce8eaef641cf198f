"""The demonstration: three synthetic programmes, filled through the same actions everybody uses. Its people are invented."""
