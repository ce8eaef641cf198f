"""The letters to whoever referred somebody: there is a question, or news. What it is stands behind the link."""

from django.utils.translation import gettext as _

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn, address
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw_question(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = _says(letter, programme)
    return Drawn(
        _("A question from %(programme)s") % said,
        _(
            "Hello,\n\n"
            "%(programme)s has a question about a referral of yours. You need no account to answer:\n\n"
            "%(address)s\n\n"
            "The page opens for 30 days. Please write nothing about the person in an e-mail.\n"
        )
        % said,
    )


def draw_news(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = _says(letter, programme)
    return Drawn(
        _("News from %(programme)s") % said,
        _(
            "Hello,\n\n"
            "%(programme)s has news of a referral of yours:\n\n"
            "%(address)s\n\n"
            "The page opens for 30 days, and shows what the person agreed to share with you.\n"
        )
        % said,
    )


def _says(letter: Letter, programme: ProgrammeCard) -> dict[str, str]:
    return {"programme": one_line(programme.name), "address": address("refer:news", letter.token)}
