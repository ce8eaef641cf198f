"""Linkwork runs a community link-work programme and shows how it takes hold.

The rooms stand on one-way floors: see docs/floors.md, which is generated from the import contracts.
"""
