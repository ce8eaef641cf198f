"""What somebody was told of, to the person's own address: the service's public details and nothing about them."""

from django.utils.translation import gettext as _

from linkwork.connections import reads
from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.directory import reads as directory
from linkwork.exchange.mail.drawing import Drawn
from linkwork.programmes.reads import Letter, ProgrammeCard


def draw(letter: Letter, programme: ProgrammeCard, by: Viewer) -> Drawn:
    """See `Draw`. The subject says nothing of what it is about."""
    service = directory.service(by, reads.signpost(by, letter.about_id).service_id)
    details = (
        service.name,
        service.organisation_name if service.organisation_name != service.name else "",
        service.address,
        service.hours_text,
        service.phone,
        service.email,
        service.website,
    )
    said = {
        "programme": one_line(programme.name),
        "sender": letter.sender or one_line(programme.name),
        "details": "\n".join(one_line(line) for line in details if line),
    }
    return Drawn(
        _("From %(programme)s") % said,
        _(
            "Hello,\n\n"
            "here is what we talked about:\n\n"
            "%(details)s\n\n"
            "Nobody there was told about you. You decide whether you go.\n\n"
            "%(sender)s, %(programme)s\n"
        )
        % said,
    )
