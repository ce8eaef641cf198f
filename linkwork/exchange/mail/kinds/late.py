"""The letter that says that referrals wait longer than the programme allows. It names and counts nobody."""

from django.utils.translation import gettext as _

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn, address
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = {
        "programme": one_line(programme.name),
        "address": address("people:referrals") + "?show=overdue",
    }
    return Drawn(
        _("Referrals to %(programme)s wait for an answer") % said,
        _(
            "Hello,\n\n"
            "Referrals to %(programme)s have waited longer than they should. They are with you now:\n\n"
            "%(address)s\n\n"
            "They wait until somebody answers them; nothing is declined by itself.\n"
        )
        % said,
    )
