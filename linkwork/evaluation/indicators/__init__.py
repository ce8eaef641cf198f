"""Indicators: figures from extracts, each with its definition, denominator and count of the missing.

It must never know codings.
"""
