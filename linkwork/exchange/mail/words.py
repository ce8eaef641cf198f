"""The words of each letter, in the language it was written in. What is about a person stays behind the link."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from linkwork.connections.reads import Letter
from linkwork.connections.rules import MessageKind
from linkwork.core.text import one_line


def words_of(letter: Letter, programme: str) -> tuple[str, str]:
    """(subject, body) of a letter."""
    with translation.override(letter.language):
        says = {
            "programme": one_line(programme),
            "sender": letter.sender or one_line(programme),
            "service": letter.service_name,
            "address": address_of(letter.token) if letter.token else "",
        }
        return _subject(letter.kind) % says, _body(letter.kind) % says


def address_of(token: str) -> str:
    """The whole address of a partner's page."""
    return settings.SITE_ADDRESS.rstrip("/") + reverse("reply:open", args=[token])


def _subject(kind: MessageKind) -> str:
    match kind:
        case MessageKind.ASK:
            return _("A request from %(programme)s")
        case MessageKind.CHASE:
            return _("A request from %(programme)s still waits for your answer")
        case MessageKind.ANSWER:
            return _("An answer from %(programme)s")
        case MessageKind.WITHDRAWN:
            return _("A request from %(programme)s has been withdrawn")


def _body(kind: MessageKind) -> str:
    match kind:
        case MessageKind.ASK:
            return _(
                "Hello,\n\n"
                "%(sender)s at %(programme)s would like to connect somebody with %(service)s.\n\n"
                "Open this page to see what it is about and to answer. You need no account:\n\n"
                "%(address)s\n\n"
                "The page opens for 30 days. Please write nothing about the person in an e-mail; "
                "the page has room for questions.\n"
            )
        case MessageKind.CHASE:
            return _(
                "Hello,\n\n"
                "%(sender)s at %(programme)s asked whether %(service)s can help somebody, "
                "and hasn’t heard from you yet. A yes, a no or a question all help:\n\n"
                "%(address)s\n\n"
                "You need no account. The page opens for 30 days.\n"
            )
        case MessageKind.ANSWER:
            return _(
                "Hello,\n\n"
                "You asked a question about a request to %(service)s. %(sender)s has answered it:\n\n"
                "%(address)s\n"
            )
        case MessageKind.WITHDRAWN:
            return _(
                "Hello,\n\n"
                "%(programme)s has withdrawn a request to %(service)s. You don’t need to do anything more for it. "
                "Please delete what you wrote down about the person, unless you have to keep it.\n"
            )
