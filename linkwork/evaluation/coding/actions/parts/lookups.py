"""Finding what an action is about, inside the viewer's programme, held until the action is done."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence, Set
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import IllegalStep, Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CodeList, Coding, OwnCode, Round
from linkwork.evaluation.coding.rules.own import frame_id_of, list_id_of, uuid_of
from linkwork.evaluation.coding.rules.steps import Touched
from linkwork.evaluation.studies import actions as studying
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.access import check_part
from linkwork.evaluation.studies.rules import Doing
from linkwork.instruments import frames

LONGEST_NAME = 120
LONGEST_TEXT = 2000
Pair = tuple[str, str]


def is_shipped(frame_id: str, construct_id: str) -> bool:
    """Whether a shipped frame for coding has this construct."""
    if frame_id not in frames.frame_ids():
        return False
    frame = frames.frame(frame_id)
    return frame.for_coding and frame.has(construct_id)


def known(by: Viewer, study_id: UUID, codes: Sequence[Pair]) -> Set[Pair]:
    """Which of the codes may be given here: of a shipped frame any, of the study's own lists those in use."""
    own = {uuid_of(construct): (frame, construct) for frame, construct in codes if list_id_of(frame)}
    rows = OwnCode.objects.filter(
        programme_id=by.programme,
        id__in=[one for one in own if one],
        code_list__study_id=study_id,
        retired_at__isnull=True,
        merged_into__isnull=True,
    )
    found = (
        {(frame_id_of(list_id), one.hex) for one, list_id in rows.values_list("id", "code_list_id")}
        if own
        else set()
    )
    return found | {code for code in codes if is_shipped(*code)}


def standing(programme_id: UUID, codes: Collection[Pair]) -> set[Pair]:
    """The codes that stand for these now: what was merged away gives way to what it was merged into."""
    found = set(codes)
    while asked := [one for frame, construct in found if list_id_of(frame) and (one := uuid_of(construct))]:
        rows = OwnCode.objects.filter(programme_id=programme_id, id__in=asked, merged_into__isnull=False)
        columns = ("id", "code_list_id", "merged_into_id", "merged_into__code_list_id")
        moved = list(rows.values_list(*columns))
        if not moved:
            break
        found -= {(frame_id_of(list_id), one.hex) for one, list_id, _into, _its_list in moved}
        found |= {(frame_id_of(its_list), into.hex) for _one, _list_id, into, its_list in moved}
    return found


def check_study(by: Viewer, study_id: UUID, doing: Doing = Doing.CODE) -> None:
    """Raise NotFound for no such study, NotAllowed where the viewer's part in its team does not reach this."""
    check_part(studies.study(by, study_id).my_part, doing)


def hold_as_read(
    by: Viewer, at: dt.datetime, seen: Mapping[UUID, int | None]
) -> dict[UUID, studying.HeldText]:
    """Hold the texts of these sources until the action ends; `seen` is the version of each that was read, if known.

    Raises Invalid (passage) where a text was edited since: the places chosen in it lie elsewhere now.
    """
    now = studying.hold_texts(source_ids=set(seen), by=by, at=at)
    if any(seen[one.id] not in (None, one.version) for one in now.values()):
        raise Invalid({"passage": _("The text was edited meanwhile. Read it again, then choose the words.")})
    return now


def hold_open(by: Viewer, at: dt.datetime, source_id: UUID, seen: int | None) -> studying.HeldText:
    """As `hold_as_read`, one text in which the viewer codes. Raises NotFound, also where it is sealed, NotAllowed."""
    held = hold_as_read(by, at, {source_id: seen}).get(source_id)
    if held is None or held.sealed:
        raise NotFound(_("There is no such source in this programme."))
    check_part(held.my_part, Doing.CODE)
    return held


def hold_text_of(
    by: Viewer, at: dt.datetime, coding_id: UUID, seen: int | None
) -> dict[UUID, studying.HeldText]:
    """As `hold_as_read`, the text of one coding: before the coding itself, as an edit holds them."""
    rows = Coding.objects.filter(programme_id=by.programme, id=coding_id)
    return hold_as_read(by, at, dict.fromkeys(rows.values_list("source_id", flat=True), seen))


def hold_round(by: Viewer, round_id: UUID) -> None:
    """Two who step in a round at once wait for each other."""
    Round.objects.select_for_update(no_key=True).filter(programme_id=by.programme, id=round_id).first()


def the_list(by: Viewer, list_id: UUID) -> CodeList:
    """An own list; two who change its codes at once wait for each other. Raises NotFound, NotAllowed."""
    row = CodeList.objects.select_for_update().filter(programme_id=by.programme, id=list_id).first()
    if row is None:
        raise NotFound(_("There is no such list of codes in this programme."))
    check_part(studies.part_in(by, row.study_id), Doing.CODE)
    return row


def the_code(by: Viewer, code_id: UUID) -> OwnCode:
    """An own code, its list held. Raises NotFound, NotAllowed."""
    list_id = OwnCode.objects.filter(programme_id=by.programme, id=code_id).values_list(
        "code_list_id", flat=True
    )
    for found in list_id:
        the_list(by, found)
        return OwnCode.objects.select_related("code_list").get(programme_id=by.programme, id=code_id)
    raise NotFound(_("There is no such code in this programme."))


def a_standing_code(by: Viewer, code_id: UUID) -> OwnCode:
    """As `the_code`, of one that was not merged away. Raises IllegalStep where it was."""
    row = the_code(by, code_id)
    if row.merged_into_id:
        raise IllegalStep(_("This code was merged into another. Undo that first."))
    return row


def check_texts(**texts: str) -> dict[str, str]:
    """The texts without spaces around them. Raises Invalid, by field, where one is too long."""
    kept = {name: text.strip() for name, text in texts.items()}
    long = [name for name, text in kept.items() if len(text) > LONGEST_TEXT]
    if long:
        raise Invalid({name: _("Keep it under 2,000 characters.") for name in long})
    return kept


def touched(row: Coding, *also: int) -> Touched:
    """The coding, and where it stands; `also` are other places of the text at which it showed."""
    return Touched(row.id, row.source_id, min((row.start, *also)), max((row.end, *also)))
