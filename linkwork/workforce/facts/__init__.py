"""What workforce hands to an extract: who was looked after, how and when. No names, and never what was said.

Reflections have no table here and must never have one.
"""

from linkwork.workforce.facts import adaptations, learning, supervision, visits

TABLES = (*supervision.TABLES, *learning.TABLES, *adaptations.TABLES, *visits.TABLES)
