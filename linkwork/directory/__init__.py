"""Directory: organisations, services, where and when and for whom they are, and finding the right one.

It must never know the people supported.
"""
