"""Errands: what takes longer than a page may take is done beside the pages, and says how far it is.

An errand knows who asked, in which language, and nothing about a person: it is given ids and choices, and leaves a file
or the address of a page. It does only what whoever asked may do at the moment it is done.
"""
