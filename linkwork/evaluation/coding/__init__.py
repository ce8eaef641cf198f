"""Coding: frames at work: excerpts, codings, memos, agreement, matrices.

It must never know figures.
"""
