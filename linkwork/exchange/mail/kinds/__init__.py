"""Which file draws which letter. To add a kind: one small file with `draw(letter, programme, by)`, one line here."""

from linkwork.casework.rules.safeguarding import CONCERN_LETTER
from linkwork.connections.rules import LetterKind
from linkwork.exchange.mail.drawing import Draw
from linkwork.exchange.mail.kinds import (
    answer,
    appointments,
    ask,
    chase,
    concern,
    late,
    meetings,
    no_time_fits,
    partnership,
    referrer,
    signpost,
    visits,
    withdrawn,
)
from linkwork.partnerships.rules import INVITATION
from linkwork.workforce.rules.visits import ASK_LETTER, LATE_LETTER, UNSAFE_LETTER

KINDS: dict[str, Draw] = {
    INVITATION: meetings.draw,
    LetterKind.ASK: ask.draw,
    LetterKind.CHASE: chase.draw,
    LetterKind.ANSWER: answer.draw,
    LetterKind.WITHDRAWN: withdrawn.draw,
    LetterKind.NO_TIME_FITS: no_time_fits.draw,
    LetterKind.APPOINTMENT_PARTNER: appointments.to_partner,
    LetterKind.APPOINTMENT_WORKER: appointments.to_worker,
    LetterKind.APPOINTMENT_PERSON: appointments.to_person,
    LetterKind.REMINDER: appointments.reminder,
    LetterKind.SIGNPOST: signpost.draw,
    CONCERN_LETTER: concern.draw,
    "partnerships.role_card": partnership.draw_role_card,
    "partnerships.clarity": partnership.draw_clarity,
    "partnerships.relationship": partnership.draw_relationship,
    "casework.late": late.draw,
    ASK_LETTER: visits.ask,
    LATE_LETTER: visits.late,
    UNSAFE_LETTER: visits.not_safe,
    "casework.question": referrer.draw_question,
    "casework.news": referrer.draw_news,
}
