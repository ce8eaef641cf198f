"""Partnerships: working with other organisations: trust, champions, meetings, advocacy, and what helps or hinders.

It must never know the names of people supported.
"""
