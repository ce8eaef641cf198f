"""Toolkit: advice to those setting up a programme, composed, reviewed and published as a static site.

It must never know any page of ours.
"""
