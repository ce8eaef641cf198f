"""Exchange: adapters at the border, one folder each, between our words and other systems'.

It must never know pages.
"""
