"""The only writes of this room."""

from linkwork.connections.actions.appointments import (
    cancel_appointment,
    move_appointment,
    note_attendance,
    note_reminded,
    remind,
    set_appointment,
)
from linkwork.connections.actions.asking import Sent, change_draft, connect, draft, finish_draft, send
from linkwork.connections.actions.calendars import end_calendar_links, make_calendar_link
from linkwork.connections.actions.closing import close_case, stop_sharing, take_back_consent
from linkwork.connections.actions.feedback import give_feedback
from linkwork.connections.actions.handing import transfer_cases
from linkwork.connections.actions.links import renew_link, revoke_links
from linkwork.connections.actions.moving import follow_up, move, note_introduction, note_news, postpone
from linkwork.connections.actions.people import call_off, tell, tell_of_signpost
from linkwork.connections.actions.proposals import choose_time, propose_times
from linkwork.connections.actions.questions import answer_question, ask_question, chase, chase_if_silent
from linkwork.connections.actions.signposts import follow_up_signpost, send_signpost, signpost

__all__ = [
    "Sent",
    "answer_question",
    "ask_question",
    "call_off",
    "cancel_appointment",
    "change_draft",
    "chase",
    "chase_if_silent",
    "choose_time",
    "close_case",
    "connect",
    "draft",
    "end_calendar_links",
    "finish_draft",
    "follow_up",
    "follow_up_signpost",
    "give_feedback",
    "make_calendar_link",
    "move",
    "move_appointment",
    "note_attendance",
    "note_introduction",
    "note_news",
    "note_reminded",
    "postpone",
    "propose_times",
    "remind",
    "renew_link",
    "revoke_links",
    "send",
    "send_signpost",
    "set_appointment",
    "signpost",
    "stop_sharing",
    "take_back_consent",
    "tell",
    "tell_of_signpost",
    "transfer_cases",
]
