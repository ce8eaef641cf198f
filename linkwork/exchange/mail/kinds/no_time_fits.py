"""The letter that says that none of the proposed times fits."""

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds.partner import says_while_open
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = says_while_open(letter, programme, by)
    return Drawn(
        _("The times you proposed to %(programme)s") % said,
        _(
            "Hello,\n\n"
            "thank you for the times you proposed for %(service)s. None of them fits. "
            "Could you propose others, or call us?\n\n"
            "%(address)s\n"
        )
        % said,
    )
