"""Keeping a joint display as it stands, and going on from it in a new version."""

import datetime as dt
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.actions import action
from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.portraits.access import check_may_write
from linkwork.evaluation.portraits.actions.displays.opening import add_reviewers
from linkwork.evaluation.portraits.actions.displays.parts import link, live, record, reviewers_of, who
from linkwork.evaluation.portraits.actions.parts.checks import check_extract
from linkwork.evaluation.portraits.models import DisplayRow, JointDisplay
from linkwork.evaluation.portraits.reads.displays.frozen import as_frozen
from linkwork.evaluation.portraits.reads.displays.live import Linked, linked_rows
from linkwork.evaluation.portraits.reads.displays.reading import display as card_of
from linkwork.evaluation.portraits.rules.review import fingerprint


@action
def freeze_display(*, display_id: UUID, by: Viewer, at: dt.datetime) -> str:
    """Keep figures, quotations, ratings and verdicts as they stand now; the hash to cite it by.

    Raises NotFound, IllegalStep (frozen already), Invalid (rows: none, or one without a verdict).
    """
    display = live(by, display_id)
    card = card_of(by, display_id)
    if not card.rows:
        raise Invalid({"rows": _("Add a row before you freeze the display.")})
    if card.undecided:
        said = ngettext(
            "%(num)s row has no verdict yet. Decide it before you freeze the display.",
            "%(num)s rows have no verdict yet. Decide them before you freeze the display.",
            card.undecided,
        )
        raise Invalid({"rows": said % {"num": card.undecided}})
    display.frozen = as_frozen(card)
    display.frozen_at, display.frozen_hash = at, fingerprint(display.frozen)
    display.save(update_fields=["frozen", "frozen_at", "frozen_hash"])
    record(by, at, "freeze_display", display_id, {"hash": display.frozen_hash})
    return display.frozen_hash


@action
def next_version(*, display_id: UUID, extract_id: UUID | None, by: Viewer, at: dt.datetime) -> UUID:
    """Go on from a frozen display: a live one with the same rows, its figures from `extract_id`; its id.

    The frozen one stays as it is. Verdicts of one evaluator come along; reviewers judge anew. A passage whose coding
    was taken back since stays behind, and so do figures where there is no extract.
    Raises NotFound, IllegalStep (live still, or gone on from already).
    """
    check_may_write(by)
    check_extract(by, extract_id)
    rows = JointDisplay.objects.select_for_update().filter(programme_id=by.programme)
    earlier = rows.filter(id=display_id).first()
    if earlier is None:
        raise NotFound(_("There is no such joint display in this programme."))
    if earlier.frozen_at is None:
        raise IllegalStep(_("This display is live: change it as it is."))
    if rows.filter(earlier=earlier).exists():
        raise IllegalStep(_("There is a later version already. Go on with that one."))
    made = JointDisplay.objects.create(
        programme_id=by.programme,
        study_id=earlier.study_id,
        title=earlier.title,
        kind=earlier.kind,
        split=earlier.split,
        extract_id=extract_id,
        sheet_id=earlier.sheet_id,
        version=earlier.version + 1,
        earlier=earlier,
        opened_by_id=who(by),
        created_at=at,
    )
    reviewers = [one.reviewer_id for one in reviewers_of(earlier)]
    add_reviewers(made, reviewers, at)
    inside = [one for one in linked_rows(by, earlier.id) if one.row.removed_at is None]
    still = set(coding.cited(by, [coding_id for one in inside for coding_id in one.codings]))
    for one in inside:
        _copy(one, made, still, bool(reviewers), at)
    record(by, at, "next_version", made.id, {"version": made.version})
    return made.id


def _copy(one: Linked, made: JointDisplay, still: set[UUID], judged_anew: bool, at: dt.datetime) -> None:
    old = one.row
    row = DisplayRow.objects.create(
        programme_id=made.programme_id,
        display=made,
        place=old.place,
        frame=old.frame,
        component=old.component,
        question=old.question,
        bridge=old.bridge,
        rated=old.rated,
        verdict="" if judged_anew else old.verdict,
        reasoning="" if judged_anew else old.reasoning,
        decided_by_id=None if judged_anew else old.decided_by_id,
        decided_at=None if judged_anew else old.decided_at,
        created_at=at,
    )
    figures = [key for key in one.figures if key.of(made.extract_id)]
    link(row, figures, [key for key in one.codings if key in still], at)
