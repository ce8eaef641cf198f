"""The only writes of studies."""

from linkwork.evaluation.studies.actions.checklists import answer_checklist, draft_checklist
from linkwork.evaluation.studies.actions.consents import open_source, seal_source
from linkwork.evaluation.studies.actions.field import note_conversation
from linkwork.evaluation.studies.actions.names import (
    NameDecision,
    PseudonymCard,
    Replaced,
    read_pseudonyms,
    replace_names,
)
from linkwork.evaluation.studies.actions.recordings import drop_recording, keep_recording
from linkwork.evaluation.studies.actions.sources import (
    FileReport,
    add_files,
    add_source,
    describe_source,
    describe_sources,
    remove_source,
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
from linkwork.evaluation.studies.actions.texts import HeldText, hold_texts, replace_text
from linkwork.evaluation.studies.actions.turns import (
    find_turns,
    mark_interviewer,
    merge_turn,
    rename_speaker,
    split_turn,
)

__all__ = [
    "FileReport",
    "HeldText",
    "NameDecision",
    "PseudonymCard",
    "Replaced",
    "add_approval",
    "add_files",
    "add_source",
    "answer_checklist",
    "describe_source",
    "describe_sources",
    "describe_study",
    "draft_checklist",
    "drop_recording",
    "find_turns",
    "hold_texts",
    "keep_recording",
    "leave_team",
    "mark_interviewer",
    "merge_turn",
    "note_conversation",
    "open_source",
    "open_study",
    "read_pseudonyms",
    "remove_approval",
    "remove_source",
    "rename_speaker",
    "replace_names",
    "replace_text",
    "seal_source",
    "set_part",
    "set_targets",
    "split_turn",
]
