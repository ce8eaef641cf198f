"""The letters that ask to look for a colleague who is out alone. They name the colleague, never whom they visit."""

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.days import clock_said
from linkwork.exchange.mail.drawing import Drawn, address
from linkwork.programmes.reads import Letter, ProgrammeCard
from linkwork.workforce import reads


def ask(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """See `Draw`. To the visitor, where they have left no number for a text."""
    body = _(
        "Hello,\n\n"
        "You were expected back from your visit at %(time)s. Are you safely out?\n\n"
        "Say so here, or ask for more time, so that nobody has to look for you:\n\n"
        "%(address)s\n"
    )
    return _drawn(_("Are you safely out?"), body, letter, by)


def late(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """See `Draw`. Nothing once somebody has reached them."""
    body = _(
        "Hello,\n\n"
        "%(name)s went on a visit alone and was expected back at %(time)s. Nothing has been heard since.\n\n"
        "Please try to reach them now. %(phone)s\n"
        "Then say here that you have reached them, so that nobody else has to look:\n\n"
        "%(address)s\n"
    )
    return _drawn(_("Please look for a colleague"), body, letter, by)


def not_safe(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """See `Draw`. Nothing once somebody has reached them."""
    body = _(
        "Hello,\n\n"
        "%(name)s is on a visit alone and has just said that they are not safe.\n\n"
        "Act now. %(phone)s\n"
        "Where they are, and what to do:\n\n"
        "%(address)s\n"
    )
    return _drawn(_("A colleague is not safe: act now"), body, letter, by)


def _drawn(subject: str, body: str, letter: Letter, by: Viewer) -> Drawn | None:
    card = reads.alarm_told(by, letter.about_id)
    if card is None:
        return None
    phone = _("Their number: %(number)s.") % {"number": card.phone} if card.phone else ""
    said = {
        "name": card.line.worker_name,
        "time": clock_said(card.line.ends_at),
        "phone": phone,
        "address": address("visits:visit", str(card.line.id)),
    }
    return Drawn(subject, body % said)
