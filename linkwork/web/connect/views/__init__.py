"""The views of connecting, by noun."""

from linkwork.web.connect.new_page import new
from linkwork.web.connect.views.appointments import (
    appointment,
    appointment_came,
    appointment_cancel,
    appointment_file,
    appointment_move,
    appointment_new,
    appointment_reminded,
    appointments,
)
from linkwork.web.connect.views.calendars import calendar
from linkwork.web.connect.views.connections import answer, chase, detail, follow_up, link, noted, step
from linkwork.web.connect.views.drafts import draft
from linkwork.web.connect.views.history import history
from linkwork.web.connect.views.introductions import introduced, time
from linkwork.web.connect.views.signposts import signpost, signpost_print, signpost_send

__all__ = [
    "answer",
    "appointment",
    "appointment_came",
    "appointment_cancel",
    "appointment_file",
    "appointment_move",
    "appointment_new",
    "appointment_reminded",
    "appointments",
    "calendar",
    "chase",
    "detail",
    "draft",
    "follow_up",
    "history",
    "introduced",
    "link",
    "new",
    "noted",
    "signpost",
    "signpost_print",
    "signpost_send",
    "step",
    "time",
]
