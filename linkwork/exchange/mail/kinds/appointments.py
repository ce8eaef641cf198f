"""Letters about an appointment, with the invitation for a calendar: to the partner, the worker, the person."""

from django.utils.translation import gettext as _

from linkwork.connections import reads
from linkwork.connections.reads import AppointmentCard
from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.exchange.days import moment_words
from linkwork.exchange.ical import Audience, invitation
from linkwork.exchange.mail.drawing import Drawn, address
from linkwork.exchange.mail.post import Attachment
from linkwork.programmes.reads import Letter, ProgrammeCard


def to_partner(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`. Nothing about the person: what they agreed to share is on the partner's page."""
    card = reads.appointment(by, letter.about_id)
    said = says(card, programme, letter)
    if not card.is_planned:
        subject = _("An appointment with %(programme)s is called off") % said
        body = _(
            "Hello,\n\n"
            "the appointment of %(when)s for %(service)s is called off. "
            "The file with this letter takes it out of your calendar.\n"
        )
    else:
        subject = _("An appointment with %(programme)s") % said
        body = _(
            "Hello,\n\n"
            "there is an appointment for %(service)s:\n\n"
            "%(when)s\n%(where)s\n\n"
            "The file with this letter puts it into your calendar. "
            "To see whom it is for, or to change it, open the page of the request that we sent you.\n"
        )
    return Drawn(subject, body % said, _file(card, programme, Audience.PARTNER, letter))


def to_worker(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`. Initials only: letters lie in inboxes that are open on many screens."""
    card = reads.appointment(by, letter.about_id)
    said = says(card, programme, letter) | {"initials": card.initials}
    if not card.is_planned:
        subject = _("An appointment is called off")
        body = _("Hello,\n\nthe appointment of %(when)s (%(initials)s) is called off.\n\n%(address)s\n")
    else:
        subject = _("An appointment is set")
        body = _(
            "Hello,\n\nthere is an appointment (%(initials)s):\n\n%(when)s\n%(where)s\n\n%(address)s\n\n"
            "The file with this letter puts it into your calendar.\n"
        )
    said["address"] = address("connect:detail", str(card.connection_id)) if card.connection_id else ""
    return Drawn(subject, body % said, _file(card, programme, Audience.WORKER, letter))


def to_person(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`. To the address the person gave; not named, and nothing of why they go."""
    card = reads.appointment(by, letter.about_id)
    said = says(card, programme, letter)
    if not card.is_planned:
        subject = _("An appointment is called off")
        body = _(
            "Hello,\n\n"
            "your appointment of %(when)s is called off. "
            "If you don’t know why, call %(sender)s at %(programme)s.\n"
        )
    else:
        subject = _("Your appointment")
        body = _(
            "Hello,\n\n"
            "you have an appointment:\n\n"
            "%(when)s\n%(where)s\n\n"
            "The file with this letter puts it into your calendar. "
            "If you can’t come, tell %(sender)s at %(programme)s.\n"
        )
    return Drawn(subject, body % said, _file(card, programme, Audience.PERSON, letter))


def reminder(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """See `Draw`. Nothing once the appointment is called off."""
    card = reads.appointment(by, letter.about_id)
    if not card.is_planned:
        return None
    body = _(
        "Hello,\n\n"
        "this is to remind you of your appointment:\n\n"
        "%(when)s\n%(where)s\n\n"
        "If you can’t come, tell %(sender)s at %(programme)s.\n"
    )
    return Drawn(_("A reminder of your appointment"), body % says(card, programme, letter))


def says(card: AppointmentCard, programme: ProgrammeCard, letter: Letter) -> dict[str, str]:
    """What stands in these letters."""
    return {
        "programme": one_line(programme.name),
        "sender": letter.sender or one_line(programme.name),
        "service": card.service_name,
        "when": moment_words(card.starts_at),
        "where": one_line(card.where),
    }


def _file(
    card: AppointmentCard, programme: ProgrammeCard, audience: Audience, letter: Letter
) -> tuple[Attachment, ...]:
    method = "REQUEST" if card.is_planned else "CANCEL"
    content = invitation(card, programme.name, audience, letter.to, letter.written_at)
    return (Attachment("appointment.ics", f"text/calendar; method={method}; charset=utf-8", content),)
