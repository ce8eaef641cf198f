"""The only writes of the gate: an extract is taken, its figures leave, its rows go; how a log is read is kept."""

from linkwork.extracts.actions.leaving import BASE, let_out, release, remove
from linkwork.extracts.actions.mappings import keep_mapping, remove_mapping
from linkwork.extracts.actions.taking import STUDY_KEY, take_extract, take_log, take_survey

__all__ = [
    "BASE",
    "STUDY_KEY",
    "keep_mapping",
    "let_out",
    "release",
    "remove",
    "remove_mapping",
    "take_extract",
    "take_log",
    "take_survey",
]
