"""Which codes does a study work with, and what does each mean?"""

from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from uuid import UUID

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding.models import CodeMapping, StudyFrame
from linkwork.evaluation.coding.reads.frames import OwnList, own_lists
from linkwork.evaluation.coding.rules.codebook import BookFrame, Codebook, CodeCard, Pair
from linkwork.evaluation.coding.rules.own import COLOURS, CodeState, frame_id_of
from linkwork.evaluation.studies import access
from linkwork.instruments import frames

USUAL = ("cfir-2022", "npt")  # what a study begins with
SHIPPED = "shipped"
HEADINGS = frozenset({"domain", "subdomain", "cluster", "section", "group"})
# The colours of the two frames a study begins with are told apart from each other; others go through the palette.
DOMAIN_COLOURS = {
    "inner_setting": 1,
    "individuals": 2,
    "cognitive_participation": 3,
    "collective_action": 4,
    "outer_setting": 5,
    "innovation": 6,
    "process": 7,
    "reflexive_monitoring": 7,
    "coherence": 8,
}


def codebook(viewer: Viewer, study_id: UUID) -> Codebook:
    """The codebook of a study: three questions of the database, however many codes.

    For whoever may learn from findings. A study that is not the viewer's has the usual frames and nothing of its own.
    """
    access.check_may_learn(viewer)
    chosen = {
        one.frame: frozenset(one.left_out)
        for one in StudyFrame.objects.filter(programme_id=viewer.programme, study_id=study_id).order_by(
            "position", "id"
        )
    }
    lists = own_lists(viewer, study_id=study_id)
    own = {book.id: book for book in _own_books(viewer, lists)}
    used = [
        own[frame_id] if frame_id in own else shipped(frame_id, left_out)
        for frame_id, left_out in (chosen or dict.fromkeys(USUAL, frozenset())).items()
        if frame_id in own or frame_id in frames.frame_ids()
    ]
    used += [book for book in own.values() if book.id not in chosen]  # a new list needs no place to be used
    return Codebook(study_id, tuple(used), all_shipped())


@cache
def all_shipped() -> Mapping[str, BookFrame]:
    """Every shipped frame for coding, whole, by id."""
    return {card.id: shipped(card.id, frozenset()) for card in frames.frames() if card.for_coding}


@lru_cache(maxsize=256)
def shipped(frame_id: str, left_out: frozenset[str] = frozenset()) -> BookFrame:
    """A shipped frame as a part of a codebook; what hangs under a construct that is left out is left out too."""
    whole = frames.frame(frame_id)
    out = set(left_out)
    codes = []
    places = {top.id: number % COLOURS + 1 for number, top in enumerate(whole.domains)}
    for one in whole.constructs:  # a parent comes before its children
        if one.parent in out:
            out.add(one.id)
        codes.append(
            CodeCard(
                frame_id=frame_id,
                construct_id=one.id,
                name=one.name,
                definition=one.definition,
                parent=one.parent,
                domain=one.domain,
                depth=one.depth,
                colour=DOMAIN_COLOURS.get(one.domain, places[one.domain]),
                code=one.code,
                heading=one.kind in HEADINGS,
                state=CodeState.LEFT_OUT if one.id in out else CodeState.IN_USE,
            )
        )
    return BookFrame(
        frame_id, whole.short_name, whole.name, SHIPPED, whole.version, whole.citation, tuple(codes)
    )


def _own_books(viewer: Viewer, lists: Collection[OwnList]) -> Iterable[BookFrame]:
    mapped: dict[UUID, list[Pair]] = {}
    if lists:
        rows = CodeMapping.objects.filter(
            programme_id=viewer.programme, code__code_list_id__in=[one.id for one in lists]
        )
        for code_id, frame_id, construct_id in rows.order_by("frame", "construct").values_list(
            "code_id", "frame", "construct"
        ):
            mapped.setdefault(code_id, []).append((frame_id, construct_id))
    return [_own_book(one, mapped) for one in lists]


def _own_book(own: OwnList, mapped: Mapping[UUID, list[Pair]]) -> BookFrame:
    cards = tuple(
        CodeCard(
            frame_id=own.frame_id,
            construct_id=one.id.hex,
            name=one.name,
            definition=one.definition,
            parent=one.parent_id.hex if one.parent_id else None,
            domain=top.id.hex,
            depth=depth,
            colour=one.colour,
            include=one.include,
            exclude=one.exclude,
            example=one.example,
            state=one.state,
            maps_to=tuple(mapped.get(one.id, ())),
            merged_into=(frame_id_of(one.merged_into_list_id), one.merged_into_id.hex)
            if one.merged_into_id and one.merged_into_list_id
            else None,
        )
        for one, top, depth in own.codes
    )
    return BookFrame(own.frame_id, own.title, own.title, own.kind.value, "", "", cards)
