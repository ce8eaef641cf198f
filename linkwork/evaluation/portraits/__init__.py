"""Portraits: the story of one programme by stage, each statement linked to its evidence.

It must never know how advice is published.
"""
