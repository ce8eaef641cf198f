"""The only writes of this room."""

from linkwork.connections.actions.asking import Sent, connect, draft, send
from linkwork.connections.actions.closing import close_case, stop_sharing
from linkwork.connections.actions.handing import transfer_cases
from linkwork.connections.actions.links import renew_link, revoke_links
from linkwork.connections.actions.moving import follow_up, move, note_news, postpone
from linkwork.connections.actions.questions import answer_question, ask_question, chase, chase_if_silent
from linkwork.connections.actions.signposts import follow_up_signpost, signpost

__all__ = [
    "Sent",
    "answer_question",
    "ask_question",
    "chase",
    "chase_if_silent",
    "close_case",
    "connect",
    "draft",
    "follow_up",
    "follow_up_signpost",
    "move",
    "note_news",
    "postpone",
    "renew_link",
    "revoke_links",
    "send",
    "signpost",
    "stop_sharing",
    "transfer_cases",
]
