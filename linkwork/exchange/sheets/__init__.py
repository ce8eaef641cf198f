"""Spreadsheets at the border: read to rows with their numbers, and written out again.

It must never know what the rows mean to a database.
"""
