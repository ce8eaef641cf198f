"""The only writes of workforce, a file per noun."""

from linkwork.workforce.actions.adaptations import (
    Change,
    note_adaptation,
    note_result,
)
from linkwork.workforce.actions.mentoring import (
    end_mentoring,
    note_mentoring,
    start_mentoring,
)
from linkwork.workforce.actions.proposals import (
    comment_on_proposal,
    decide_proposal,
    propose,
    withdraw_proposal,
)
from linkwork.workforce.actions.reflections import (
    change_reflection,
    remove_reflection,
    share_reflection,
    take_back_reflection,
    write_reflection,
)
from linkwork.workforce.actions.sites import (
    describe_site,
    end_site_champion,
    end_site_day,
    name_site_champion,
    set_site_day,
)
from linkwork.workforce.actions.supervision import (
    NewAction,
    Said,
    confirm_supervision,
    plan_next,
    record_group,
    record_supervision,
    set_supervision_rule,
    settle_agreed,
)
from linkwork.workforce.actions.training import (
    Taken,
    note_training,
    rate_needs,
    remove_training,
    require_training,
)
from linkwork.workforce.actions.visit_alarms import (
    acknowledge_alarm,
    resolve_alarm,
)
from linkwork.workforce.actions.visit_texts import (
    hear_text,
    mark_text,
    try_text,
)
from linkwork.workforce.actions.visit_ways import (
    end_warning,
    keep_phone,
    review_warning,
    set_ladder,
    warn_of_place,
)
from linkwork.workforce.actions.visits import (
    cancel_visit,
    end_visit,
    escalate_visit,
    extend_visit,
    plan_visit,
    say_not_safe,
    share_place,
    start_visit,
    unshare_place,
)

__all__ = [
    "Change",
    "NewAction",
    "Said",
    "Taken",
    "acknowledge_alarm",
    "cancel_visit",
    "change_reflection",
    "comment_on_proposal",
    "confirm_supervision",
    "decide_proposal",
    "describe_site",
    "end_mentoring",
    "end_site_champion",
    "end_site_day",
    "end_visit",
    "end_warning",
    "escalate_visit",
    "extend_visit",
    "hear_text",
    "keep_phone",
    "mark_text",
    "name_site_champion",
    "note_adaptation",
    "note_mentoring",
    "note_result",
    "note_training",
    "plan_next",
    "plan_visit",
    "propose",
    "rate_needs",
    "record_group",
    "record_supervision",
    "remove_reflection",
    "remove_training",
    "require_training",
    "resolve_alarm",
    "review_warning",
    "say_not_safe",
    "set_ladder",
    "set_site_day",
    "set_supervision_rule",
    "settle_agreed",
    "share_place",
    "share_reflection",
    "start_mentoring",
    "start_visit",
    "take_back_reflection",
    "try_text",
    "unshare_place",
    "warn_of_place",
    "withdraw_proposal",
    "write_reflection",
]
