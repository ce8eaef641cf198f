"""Pages: one folder an area, as a person would name it. Forms, presenters, templates, static files.

It must never know tables or transactions.
"""
