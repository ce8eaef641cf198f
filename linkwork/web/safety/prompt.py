"""The calm question after a note that holds words which may point to harm: a message on the next page, no block."""

from uuid import UUID

from django.contrib import messages
from django.urls import reverse

from linkwork.casework import actions
from linkwork.casework.access import may_raise_concern
from linkwork.casework.rules.risk import kinds_of, risk_words
from linkwork.casework.rules.safeguarding import RiskSource
from linkwork.web.safety.presenters import asked_sentence
from linkwork.web.shared.request import Request


def ask_after_note(request: Request, case_id: UUID, contact_id: UUID, note: str) -> bool:
    """Ask on the next page whether the note needs a concern; whether there was anything to ask. Call it after saving.

    The message leads to the page where the choice is kept. A contact is asked about once.
    """
    found = risk_words(note)
    if not found or not may_raise_concern(request.viewer):
        return False
    question_id = actions.ask_about_risk(
        case_id=case_id,
        source=RiskSource.NOTE,
        kinds=kinds_of(found),
        contact_id=contact_id,
        by=request.viewer,
        at=request.at,
    )
    # the message's tag says where it leads (see components/notice.html)
    messages.warning(
        request,
        asked_sentence([one.words for one in found]),
        extra_tags=f"look:{reverse('safety:asked', args=[question_id])}",
    )
    return True
