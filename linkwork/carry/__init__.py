"""Carry: the server side of working offline: packs to take along, entries accepted once when they come back.

It must never know pages.
"""
