"""Reporting checklists (COREQ, SRQR, GRAMMS, StaRI): drafts from what a study's records say, and the list on paper."""
