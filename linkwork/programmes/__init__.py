"""The programme being run and the people who run it: host, stages, sites, workers, roles, logins, its own words.

Ten words: programme, host, stage, site, worker, role, membership, title, login, limit.
It must never know the people supported.
"""
