"""What is asked when connecting somebody. Plain forms: the rules of the room have the last word."""

from linkwork.web.connect.forms.appointments import (
    AppointmentForm,
    CameForm,
    IntroducedForm,
    MoveForm,
    ReasonForm,
    TimeForm,
)
from linkwork.web.connect.forms.connecting import (
    AnswerForm,
    FollowUpForm,
    HandoverForm,
    SendForm,
    SignpostForm,
    StepForm,
    posted,
    words_area,
)

__all__ = [
    "AnswerForm",
    "AppointmentForm",
    "CameForm",
    "FollowUpForm",
    "HandoverForm",
    "IntroducedForm",
    "MoveForm",
    "ReasonForm",
    "SendForm",
    "SignpostForm",
    "StepForm",
    "TimeForm",
    "posted",
    "words_area",
]
