"""The demonstration: three synthetic programmes, filled through the actions everybody uses. Its people are invented."""
