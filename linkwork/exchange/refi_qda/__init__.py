"""REFI-QDA 1.5 files, both ways: a project with its sources (`.qdpx`) and a codebook alone (`.qdc`).

Positions count Unicode code points from 0, the end excluded, as real files have it. What a file holds that we do not
carry is listed, element by element: nothing is dropped in silence.
"""
