"""What workforce hands to an extract: who was looked after, how and when. No names, and never what was said."""

from linkwork.workforce.facts import supervision, visits

TABLES = (*supervision.TABLES, *visits.TABLES)
