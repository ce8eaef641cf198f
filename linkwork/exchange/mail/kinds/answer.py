"""The letter that says that a partner's question has been answered."""

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds.partner import says_while_open
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = says_while_open(letter, programme, by)
    return Drawn(
        _("An answer from %(programme)s") % said,
        _(
            "Hello,\n\n"
            "You asked a question about a request to %(service)s. %(sender)s has answered it:\n\n"
            "%(address)s\n"
        )
        % said,
    )
