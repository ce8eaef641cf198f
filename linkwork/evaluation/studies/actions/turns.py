"""Laying who speaks over a text, and putting it right. The text itself stays as it is."""

import datetime as dt
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from linkwork.core.actions import action, part_of_action
from linkwork.core.errors import Invalid, NotFound
from linkwork.core.viewer import Viewer
from linkwork.evaluation.studies.access import check_may_work
from linkwork.evaluation.studies.actions.shared import _source_for
from linkwork.evaluation.studies.models import Source, Turn
from linkwork.evaluation.studies.rules import Doing
from linkwork.evaluation.studies.rules.turns import asks, turns_of
from linkwork.trail import actions as trail

LONGEST = 80


@action
def find_turns(*, source_id: UUID, by: Viewer, at: dt.datetime) -> int:
    """Look anew who speaks where; how many turns. What was put right by hand before is lost. Raises NotFound."""
    row = _source_for(by, source_id, Doing.CODE)
    return lay_turns(source_id=row.id, text=row.text, by=by, at=at)


@part_of_action
def lay_turns(*, source_id: UUID, text: str, by: Viewer, at: dt.datetime) -> int:
    """Lay the turns that `text` names over a source; how many."""
    _turns(by, source_id).delete()
    found = turns_of(text)
    Turn.objects.bulk_create(
        Turn(programme_id=by.programme, source_id=source_id, created_at=at, **vars(one))
        for one in found
        if one.end > one.start
    )
    detail: dict[str, object] = {"turns": len(found)}
    if found:
        trail.record(
            by=by, at=at, what="studies.lay_turns", about="source", about_id=source_id, detail=detail
        )
    return len(found)


@action
def rename_speaker(*, source_id: UUID, speaker: str, name: str, by: Viewer, at: dt.datetime) -> int:
    """Call a speaker something else in all their turns; how many. Another speaker's name makes the two one.

    The text keeps what it says. Raises NotFound, Invalid (name).
    """
    row = _source_for(by, source_id, Doing.CODE)
    name = _name(name)
    turns = _turns(by, row.id)
    there = turns.filter(speaker=name).exclude(speaker=speaker).first()
    changed = turns.filter(speaker=speaker).update(
        speaker=name, **({"asks": there.asks} if there else {"asks": True} if asks(name) else {})
    )
    detail: dict[str, object] = {"turns": changed}
    trail.record(by=by, at=at, what="studies.rename_speaker", about="source", about_id=row.id, detail=detail)
    return changed


@action
def mark_interviewer(*, source_id: UUID, speaker: str, asks: bool, by: Viewer, at: dt.datetime) -> None:
    """Say whether a speaker asks the questions. Raises NotFound."""
    row = _source_for(by, source_id, Doing.CODE)
    if not _turns(by, row.id).filter(speaker=speaker).update(asks=asks):
        raise NotFound(_("Nobody is called that in this source."))
    detail: dict[str, object] = {"asks": asks}
    trail.record(
        by=by, at=at, what="studies.mark_interviewer", about="source", about_id=row.id, detail=detail
    )


@action
def merge_turn(*, turn_id: UUID, by: Viewer, at: dt.datetime) -> None:
    """Make a turn part of the one before it. Raises NotFound, Invalid (turn) for the first one."""
    turn, source = _turn(by, turn_id)
    before = _turns(by, source.id).filter(start__lt=turn.start).order_by("-start").first()
    if before is None:
        raise Invalid({"turn": _("There is no turn before this one.")})
    before.end, before.ends_ms = turn.end, turn.ends_ms
    turn.delete()
    before.save(update_fields=["end", "ends_ms"])
    trail.record(by=by, at=at, what="studies.merge_turn", about="source", about_id=source.id)


@action
def split_turn(*, turn_id: UUID, words: str, speaker: str, by: Viewer, at: dt.datetime) -> UUID:
    """Let another turn begin at `words`, which must stand once in the turn; its id.

    Raises NotFound, Invalid (words, name).
    """
    turn, source = _turn(by, turn_id)
    said = source.text[turn.said_from : turn.end]
    words = words.strip()
    if not words or said.count(words) != 1 or said.lstrip().startswith(words):
        raise Invalid(
            {"words": _("Paste the first words of the new turn, enough of them to stand only once.")}
        )
    at_place = turn.said_from + said.index(words)
    name = _name(speaker)
    known = _turns(by, source.id).filter(speaker=name).first()
    made = Turn.objects.create(
        programme_id=by.programme,
        source_id=source.id,
        start=at_place,
        said_from=at_place,
        end=turn.end,
        speaker=name,
        asks=known.asks if known else asks(name),
        created_at=at,
    )
    turn.end = turn.said_from + len(source.text[turn.said_from : at_place].rstrip())
    turn.ends_ms = None  # when the new turn begins in the recording, nobody has said
    turn.save(update_fields=["end", "ends_ms"])
    trail.record(by=by, at=at, what="studies.split_turn", about="source", about_id=source.id)
    return made.id


def _turns(by: Viewer, source_id: UUID) -> QuerySet[Turn]:
    return Turn.objects.filter(programme_id=by.programme, source_id=source_id)


def _turn(by: Viewer, turn_id: UUID) -> tuple[Turn, Source]:
    check_may_work(by)
    row = Turn.objects.filter(programme_id=by.programme, id=turn_id).first()
    if row is None:
        raise NotFound(_("There is no such turn in this programme."))
    return row, _source_for(by, row.source_id, Doing.CODE)


def _name(name: str) -> str:
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST:
        raise Invalid({"name": _("Give the speaker a name of at most 80 letters.")})
    return kept
