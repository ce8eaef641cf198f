"""Directory: organisations, services, where and when and for whom they are, and finding the right one.

Ten words: organisation, service, location, hours, cost, source, freshness, check, entry, match.
It must never know the people supported.
"""
