"""Casework: the people supported, and one spell of support from accepted referral to closure.

It must never know connections.
"""
