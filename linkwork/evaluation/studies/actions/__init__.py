"""The only writes of studies."""

from linkwork.evaluation.studies.actions.consents import open_source, seal_source
from linkwork.evaluation.studies.actions.sources import (
    FileReport,
    add_files,
    add_source,
    describe_source,
)
from linkwork.evaluation.studies.actions.studies import (
    add_approval,
    describe_study,
    leave_team,
    open_study,
    remove_approval,
    set_part,
    set_targets,
)
from linkwork.evaluation.studies.actions.texts import replace_text

__all__ = [
    "FileReport",
    "add_approval",
    "add_files",
    "add_source",
    "describe_source",
    "describe_study",
    "leave_team",
    "open_source",
    "open_study",
    "remove_approval",
    "replace_text",
    "seal_source",
    "set_part",
    "set_targets",
]
