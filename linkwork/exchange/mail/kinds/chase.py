"""The letter to a partner who has not answered yet."""

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds.partner import says_while_open
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = says_while_open(letter, programme, by)
    return Drawn(
        _("A request from %(programme)s still waits for your answer") % said,
        _(
            "Hello,\n\n"
            "%(sender)s at %(programme)s asked whether %(service)s can help somebody, "
            "and hasn’t heard from you yet. A yes, a no or a question all help:\n\n"
            "%(address)s\n\n"
            "You need no account. The page opens for 30 days.\n"
        )
        % said,
    )
