"""What the log must never hold: the addresses that open a page by themselves."""

import logging
import re

OPENING = re.compile(r"/(mine|reply|refer|calendar)/[^/\s?\"']+")


class WithoutTokens(logging.Filter):
    """Takes the key out of the address of every page that opens by a link, wherever a message names one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record; hide what opens."""
        said = record.getMessage()
        hidden = OPENING.sub(r"/\1/…", said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
