"""Studies: studies, their sources with consent, and the texts that codings point into.

It must never know codes.
"""
