"""Codebooks in plain values."""
