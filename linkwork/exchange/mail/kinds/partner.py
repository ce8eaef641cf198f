"""What the letters to partners share: who asks, for which service, and the way in."""

from linkwork.connections import reads
from linkwork.core.errors import Refused
from linkwork.core.text import one_line
from linkwork.core.viewer import Viewer
from linkwork.exchange.mail.drawing import address
from linkwork.programmes.reads import Letter, ProgrammeCard


def says(letter: Letter, programme: ProgrammeCard, by: Viewer) -> dict[str, str]:
    """What stands in a letter about a connection. Raises NotFound where the connection is gone."""
    service, _is_open = reads.letter_facts(by, letter.about_id)
    return words_for(service, programme, letter.sender, letter.token)


def says_while_open(letter: Letter, programme: ProgrammeCard, by: Viewer) -> dict[str, str]:
    """The same, for a letter that asks something. Raises Refused once it is over: then nothing more is asked."""
    service, is_open = reads.letter_facts(by, letter.about_id)
    if not is_open:
        raise Refused("This connection is over.")
    return words_for(service, programme, letter.sender, letter.token)


def words_for(service: str, programme: ProgrammeCard, sender: str, token: str) -> dict[str, str]:
    """The same for a letter that is not written yet."""
    return {
        "programme": one_line(programme.name),
        "sender": sender or one_line(programme.name),
        "service": service,
        "address": address("reply:open", token) if token else "",
    }
