"""Everything that can be done with codings and codebooks: the only writes of this room, one file per noun."""

from linkwork.evaluation.coding.actions.adjudication import (
    decide,
    settle_decided,
    settle_source,
    take_agreed,
    undo_decision,
    unsettle_source,
)
from linkwork.evaluation.coding.actions.codes import (
    add_code,
    add_code_found,
    bring_back_code,
    change_code,
    map_code,
    move_code,
    retire_code,
)
from linkwork.evaluation.coding.actions.codings import (
    LONGEST_MEMO,
    change_coding,
    code_found,
    code_passage,
    remove_coding,
    restore_coding,
    write_memo,
)
from linkwork.evaluation.coding.actions.consents import give_consent, withdraw_consent
from linkwork.evaluation.coding.actions.lists import add_list, choose_frames, rename_list
from linkwork.evaluation.coding.actions.matrices import (
    NewTheme,
    change_matrix,
    make_matrix,
    remove_matrix,
    write_case,
    write_summary,
)
from linkwork.evaluation.coding.actions.memos import add_memo, change_memo, remove_memo, restore_memo
from linkwork.evaluation.coding.actions.merging import merge_codes, undo_merge
from linkwork.evaluation.coding.actions.methods import choose_method, mark_phase
from linkwork.evaluation.coding.actions.names import replace_names
from linkwork.evaluation.coding.actions.practice import begin_anew, finish_attempt
from linkwork.evaluation.coding.actions.ratings import (
    compare_ratings,
    give_verdict,
    open_sheet,
    order_cases,
    rate,
    rule_on_flag,
    settle_rating,
)
from linkwork.evaluation.coding.actions.ratings_in import take_in_ratings
from linkwork.evaluation.coding.actions.records import keep_agreement
from linkwork.evaluation.coding.actions.rounds import (
    close_round,
    mark_all_done,
    mark_done,
    mark_not_done,
    open_round,
)
from linkwork.evaluation.coding.actions.stepping import redo, undo, undo_found
from linkwork.evaluation.coding.actions.tables import (
    remove_table,
    save_table,
)
from linkwork.evaluation.coding.actions.taking_in import remember_outside, take_in_codes, take_in_codings
from linkwork.evaluation.coding.actions.texts import (
    Edited,
    accept_change,
    edit_text,
    go_back,
    let_go,
    place_lost,
)
from linkwork.evaluation.coding.actions.versions import freeze_codebook

__all__ = [
    "LONGEST_MEMO",
    "Edited",
    "NewTheme",
    "accept_change",
    "add_code",
    "add_code_found",
    "add_list",
    "add_memo",
    "begin_anew",
    "bring_back_code",
    "change_code",
    "change_coding",
    "change_matrix",
    "change_memo",
    "choose_frames",
    "choose_method",
    "close_round",
    "code_found",
    "code_passage",
    "compare_ratings",
    "decide",
    "edit_text",
    "finish_attempt",
    "freeze_codebook",
    "give_consent",
    "give_verdict",
    "go_back",
    "keep_agreement",
    "let_go",
    "make_matrix",
    "map_code",
    "mark_all_done",
    "mark_done",
    "mark_not_done",
    "mark_phase",
    "merge_codes",
    "move_code",
    "open_round",
    "open_sheet",
    "order_cases",
    "place_lost",
    "rate",
    "redo",
    "remember_outside",
    "remove_coding",
    "remove_matrix",
    "remove_memo",
    "remove_table",
    "rename_list",
    "replace_names",
    "restore_coding",
    "restore_memo",
    "retire_code",
    "rule_on_flag",
    "save_table",
    "settle_decided",
    "settle_rating",
    "settle_source",
    "take_agreed",
    "take_in_codes",
    "take_in_codings",
    "take_in_ratings",
    "undo",
    "undo_decision",
    "undo_found",
    "undo_merge",
    "unsettle_source",
    "withdraw_consent",
    "write_case",
    "write_memo",
    "write_summary",
]
