"""What does a code mean, whichever list it comes from? Shipped frames and own lists look the same from here."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from linkwork.core.errors import NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CodeList
from linkwork.evaluation.coding.rules.own import CodeState, ListKind, frame_id_of, in_tree_order, list_id_of
from linkwork.instruments import frames
from linkwork.instruments.frames import Construct, Frame

LIST = ("id", "title", "kind", "created_at")
CODE = (
    "id",
    "parent_id",
    "name",
    "definition",
    "include",
    "exclude",
    "example",
    "colour",
    "retired_at",
    "merged_into_id",
    "merged_into__code_list_id",
)
COLUMNS = (*LIST, *(f"codes__{name}" for name in CODE))


class OwnRow(NamedTuple):
    """One own code as it lies in the table. A book may hold hundreds: no model objects."""

    id: UUID
    parent_id: UUID | None
    name: str
    definition: str
    include: str
    exclude: str
    example: str
    colour: int
    retired_at: Any
    merged_into_id: UUID | None
    merged_into_list_id: UUID | None

    @property
    def state(self) -> CodeState:
        """Whether it may be given to passages."""
        if self.merged_into_id:
            return CodeState.MERGED
        return CodeState.RETIRED if self.retired_at else CodeState.IN_USE


class OwnList(NamedTuple):
    """One own list with its codes, each after its parent, as (code, the top it hangs under, how deep)."""

    id: UUID
    title: str
    kind: ListKind
    created_at: Any
    codes: list[tuple[OwnRow, OwnRow, int]]

    @property
    def frame_id(self) -> str:
        """The id it has among the frames."""
        return frame_id_of(self.id)


def frame(viewer: Viewer, frame_id: str) -> Frame:
    """One frame, shipped or own. Raises NotFound. An own list is one question of the database."""
    found = frames_named(viewer, [frame_id])
    if frame_id not in found:
        raise NotFound(_("There is no frame “%(frame)s”.") % {"frame": frame_id})
    return found[frame_id]


def frames_named(viewer: Viewer, frame_ids: Iterable[str]) -> dict[str, Frame]:
    """These frames by id, in the usual order, shipped ones first; one that is not there is not in it.

    One question of the database where any is an own list, none otherwise.
    """
    asked = set(frame_ids)
    found = {one: frames.frame(one) for one in frames.frame_ids() if one in asked}
    wanted = [list_id for one in asked if (list_id := list_id_of(one))]
    for one in own_lists(viewer, list_ids=wanted) if wanted else ():
        found[one.frame_id] = as_frame(one)
    return found


def own_lists(viewer: Viewer, study_id: UUID | None = None, list_ids: Collection[UUID] = ()) -> list[OwnList]:
    """The own lists of a study, or these lists, the oldest first: one question of the database."""
    rows = CodeList.objects.filter(programme_id=viewer.programme)
    rows = rows.filter(study_id=study_id) if study_id else rows.filter(id__in=list_ids)
    heads: dict[UUID, Sequence[Any]] = {}
    codes: dict[UUID, dict[UUID, OwnRow]] = {}
    for values in rows.order_by("id", "codes__position", "codes__id").values_list(*COLUMNS):
        head, code = values[: len(LIST)], values[len(LIST) :]
        heads.setdefault(head[0], head)
        codes.setdefault(head[0], {})
        if code[0]:  # an empty list comes as one row without a code
            codes[head[0]][code[0]] = OwnRow._make(code)
    return [
        OwnList(list_id, title, ListKind(kind), made, _in_order(codes[list_id]))
        for list_id, title, kind, made in heads.values()
    ]


def _in_order(codes: dict[UUID, OwnRow]) -> list[tuple[OwnRow, OwnRow, int]]:
    order = in_tree_order({one.id: one.parent_id for one in codes.values()})
    return [(codes[one], codes[top], depth) for one, top, depth in order]


def as_frame(own: OwnList) -> Frame:
    """An own list as a frame, with all its codes: what was coded with a retired one is still called so."""
    constructs = tuple(
        Construct(
            id=one.id.hex,
            code="",
            name=one.name,
            parent=one.parent_id.hex if one.parent_id else None,
            definition=one.definition,
            domain=top.id.hex,
            kind="code",
            depth=depth,
        )
        for one, top, depth in own.codes
    )
    return Frame(
        id=own.frame_id,
        name=own.title,
        short_name=own.title,
        citation="",
        author="",
        version="",
        reviewed_on=own.created_at.date(),
        licence="",
        source="",
        for_coding=True,
        constructs=constructs,
    )
