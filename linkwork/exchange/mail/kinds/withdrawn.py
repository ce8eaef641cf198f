"""The letter that says that a request is withdrawn."""

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds.partner import says
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = says(letter, programme, by)
    return Drawn(
        _("A request from %(programme)s has been withdrawn") % said,
        _(
            "Hello,\n\n"
            "%(programme)s has withdrawn a request to %(service)s. You don’t need to do anything more for it. "
            "Please delete what you wrote down about the person, unless you have to keep it.\n"
        )
        % said,
    )
