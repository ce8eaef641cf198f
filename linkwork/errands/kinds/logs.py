"""A contact log from elsewhere, read step by step: each step goes through the whole file."""

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _

from linkwork.core.days import Days
from linkwork.core.errors import LinkworkError
from linkwork.core.viewer import Viewer
from linkwork.errands.hand import Hand
from linkwork.errands.kinds.first_look import ready_for_a_look
from linkwork.exchange.sheets import log_steps
from linkwork.exchange.sheets.contact_log import take_in
from linkwork.exchange.sheets.waiting import Waiting, waiting
from linkwork.extracts.rules.parts import part_from

BEGIN, GO_THROUGH, TRY = "begin", "go through", "try"


def read_log(hand: Hand) -> dict[str, Any]:
    """One step with a log. `given`: `file` (id) and `step` (BEGIN, GO_THROUGH or TRY)."""
    file = _file(hand)
    then = STEPS[hand.given["step"]](file, hand.viewer, hand.at, hand.rows)
    return hand.page(f"logs:{then}", file.id)


def keep_log(hand: Hand) -> dict[str, Any]:
    """Make an extract of the rows that were read on trial. `given`: `file`, and what the extract is to be."""
    file, given = _file(hand), hand.given
    hand.tell(0, 0, _("Writing the extract"))
    log = log_steps.log_again(file)
    try:
        extract_id = take_in(
            log,
            by=hand.viewer,
            at=hand.at,
            name=given["name"],
            study_key=given["study"],
            days=Days(given["days"]),
            part=part_from(given["part"]),
        )
    finally:
        log.spool.close()
    file.taken()
    file.say(extract=str(extract_id))
    ready_for_a_look(hand, extract_id)
    return hand.page("logs:done", file.id)


def _begin(file: Waiting, viewer: Viewer, at: dt.datetime, watch: log_steps.Watch) -> str:
    try:
        return log_steps.begin(file, viewer, at, watch)
    except LinkworkError:
        file.forget()  # nothing can be done with it
        raise


STEPS = {BEGIN: _begin, GO_THROUGH: log_steps.go_through, TRY: log_steps.on_trial}


def _file(hand: Hand) -> Waiting:
    return waiting(hand.viewer, hand.id_given("file"), log_steps.LOG)
