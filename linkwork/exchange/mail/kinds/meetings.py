"""Letters to partners about a meeting, with the entry for their calendar."""

from django.utils.translation import gettext as _

from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.exchange.days import moment_words
from linkwork.exchange.ical import meeting_entry
from linkwork.exchange.mail.drawing import Drawn
from linkwork.exchange.mail.post import Attachment
from linkwork.partnerships import reads
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn | None:
    """See `Draw`. What it says is as the meeting stands when it goes out; nothing once it has been."""
    card = reads.meeting(by, letter.about_id)
    if card.kept:
        return None
    says = {
        "programme": one_line(programme.name),
        "sender": letter.sender or one_line(programme.name),
        "title": one_line(card.title),
        "when": moment_words(card.starts_at),
        "where": one_line(card.place),
        "topics": "\n".join(f"– {one_line(one.words)}" for one in card.topics),
    }
    if card.called_off:
        subject = _("A meeting with %(programme)s is called off")
        body = _(
            "Hello,\n\nthe meeting “%(title)s” of %(when)s is called off.\n\n%(sender)s, %(programme)s\n"
        )
    elif card.sequence:
        subject = _("A meeting with %(programme)s: another time or place")
        body = _(
            "Hello,\n\nthe meeting “%(title)s” is now on:\n\n%(when)s\n%(where)s\n\n"
            "The file with this letter changes it in your calendar.\n\n%(sender)s, %(programme)s\n"
        )
    else:
        subject = _("A meeting with %(programme)s")
        body = _(
            "Hello,\n\nwe would like you to come to the meeting “%(title)s”:\n\n%(when)s\n%(where)s\n\n"
            "%(topics)s\n\n"
            "The file with this letter puts it into your calendar.\n\n%(sender)s, %(programme)s\n"
        )
    method = "CANCEL" if card.called_off else "REQUEST"
    content = meeting_entry(card, programme.name, letter.written_at, letter.to)
    file = Attachment("meeting.ics", f"text/calendar; method={method}; charset=utf-8", content)
    return Drawn(subject % says, body % says, (file,))
