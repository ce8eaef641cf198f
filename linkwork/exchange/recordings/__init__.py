"""Recordings of talks: known by their first bytes, kept in the media folder under a random name, read in parts."""
