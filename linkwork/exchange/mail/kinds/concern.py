"""The letter to a safeguarding lead: something waits for them. Not what, and not about whom."""

from django.utils.translation import gettext as _

from linkwork.casework import reads
from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn, address
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """See `Draw`. Nothing once somebody has taken it on."""
    if not reads.concern_waits(by, letter.about_id):
        return None
    said = {"programme": programme.name, "address": address("safety:concern", str(letter.about_id))}
    return Drawn(
        _("Something waits for you in %(programme)s") % said,
        _(
            "Hello,\n\n"
            "Something urgent waits for you in %(programme)s. Please look at it as soon as you can:\n\n"
            "%(address)s\n"
        )
        % said,
    )
