"""Workforce: looking after the workers: caseload, supervision, training, safety, and their own proposals.

It must never know the names of people supported: ids and numbers only.
"""
