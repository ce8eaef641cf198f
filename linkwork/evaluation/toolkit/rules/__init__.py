"""The rules of recommendations and of the published site, by noun. Plain Python."""
