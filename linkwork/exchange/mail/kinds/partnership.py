"""The letters to somebody at a partner: the role card, the yearly question, and how working together goes.

None of them is about any person supported.
"""

from django.utils.translation import gettext as _

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import Drawn, address
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw_role_card(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = _says(letter, programme)
    return Drawn(
        _("What %(programme)s does, on one page") % said,
        _(
            "Hello,\n\n"
            "this page says what we do, what we don’t do, and how to reach us:\n\n"
            "%(address)s\n\n"
            "Please read it, and say there that you have. You need no account; the link opens for 60 days.\n\n"
            "%(sender)s, %(programme)s\n"
        )
        % said,
    )


def draw_clarity(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = _says(letter, programme)
    return Drawn(
        _("One question from %(programme)s") % said,
        _(
            "Hello,\n\n"
            "a year has gone by. How clear is it to you what we do and don’t do? It takes a minute to say:\n\n"
            "%(address)s\n\n"
            "You need no account; the link opens for 60 days.\n\n"
            "%(sender)s, %(programme)s\n"
        )
        % said,
    )


def draw_relationship(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`."""
    said = _says(letter, programme)
    return Drawn(
        _("How do we work together? Four short questions from %(programme)s") % said,
        _(
            "Hello,\n\n"
            "how do we work together? Four short questions, and room to say what changed:\n\n"
            "%(address)s\n\n"
            "You need no account; the link opens for 60 days.\n\n"
            "%(sender)s, %(programme)s\n"
        )
        % said,
    )


def _says(letter: Letter, programme: ProgrammeCard) -> dict[str, str]:
    return {
        "programme": one_line(programme.name),
        "sender": letter.sender or one_line(programme.name),
        "address": address("alongside:open", letter.token),
    }
