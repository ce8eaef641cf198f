"""Extracts: the gate in the wall: dated, pseudonymised, immutable copies of the practice record.

It must never know what the figures mean.
"""
