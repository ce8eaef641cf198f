"""The pages about a study's plan and its sources."""

from linkwork.web.sources.views.conversation import conversation
from linkwork.web.sources.views.editing import back, edit, fits, let_go, place, remove, reopen, withdraw
from linkwork.web.sources.views.names import names, pseudonyms
from linkwork.web.sources.views.plan import approval, approval_remove, leave, plan, targets, team
from linkwork.web.sources.views.sound import sound, sound_drop, sound_keep
from linkwork.web.sources.views.speakers import (
    speaker,
    speakers,
    speakers_find,
    turn_merge,
    turn_split,
)
from linkwork.web.sources.views.survey import survey, survey_refused

__all__ = [
    "approval",
    "approval_remove",
    "back",
    "conversation",
    "edit",
    "fits",
    "leave",
    "let_go",
    "names",
    "place",
    "plan",
    "pseudonyms",
    "remove",
    "reopen",
    "sound",
    "sound_drop",
    "sound_keep",
    "speaker",
    "speakers",
    "speakers_find",
    "survey",
    "survey_refused",
    "targets",
    "team",
    "turn_merge",
    "turn_split",
    "withdraw",
]
