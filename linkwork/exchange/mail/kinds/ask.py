"""The first letter to a partner: somebody is to be connected with their service."""

from django.utils.translation import gettext as _

from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.kinds.partner import says_while_open, words_for
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    return _drawn(says_while_open(letter, programme, by))


def preview(service: str, programme: ProgrammeCard, sender: str, token: str) -> Drawn:
    """The letter as it will be, before anything is kept: so that who sends it has read it."""
    return _drawn(words_for(service, programme, sender, token))


def _drawn(said: dict[str, str]) -> Drawn:
    return Drawn(
        _("A request from %(programme)s") % said,
        _(
            "Hello,\n\n"
            "%(sender)s at %(programme)s would like to connect somebody with %(service)s.\n\n"
            "Open this page to see what it is about and to answer. You need no account:\n\n"
            "%(address)s\n\n"
            "The page opens for 30 days. Please write nothing about the person in an e-mail; "
            "the page has room for questions.\n"
        )
        % said,
    )
