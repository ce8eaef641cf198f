"""Evaluation: how the programme takes hold, from sources and extracts to published advice.

It must never know any practice room: of the record it reads extracts alone.
"""
