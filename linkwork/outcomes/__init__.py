"""Outcomes: what changed for a person: assessments, scores, goals, and their own words.

It must never know connections.
"""
