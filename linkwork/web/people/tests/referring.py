"""A referral by the form, for the tests of what becomes of it."""

import datetime as dt
from typing import Any

from django.utils import timezone

from linkwork.casework import actions
from linkwork.casework.rules.persons import PersonDetails
from linkwork.core.viewer import Kind, Viewer

DAY = dt.timedelta(days=1)


def refer(cast, name="Bo", at=None, **more):
    """A referral that came by the form, from a nurse with an e-mail address."""
    usual: dict[str, Any] = {
        "details": PersonDetails(given_name=name, family_name="Ek", language="ar", born_year=1950),
        "source": "general_practice",
        "wants": "Company in the evenings",
        "needs": ["company"],
        "referrer_name": "Nurse Jones",
        "referrer_organisation": "Elm Street",
        "referrer_email": "nurse@elm.example",
        "by": Viewer(Kind.PARTNER, programme_id=cast.programme_id),
        "at": at or timezone.now(),
    }
    return actions.receive_referral(**usual | more)


def text(answer):
    return answer.content.decode()
