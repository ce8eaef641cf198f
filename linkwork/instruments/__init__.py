"""Instruments: definitions as versioned data: measures, needs, topics, frames, strategies, indicators, checklists.

It must never know anybody's answers.
"""
