"""The chain holds, and a row that was changed, removed or added behind its back is noticed."""

import datetime as dt
from uuid import UUID

import pytest

from linkwork.core.errors import NotAllowed
from linkwork.core.viewer import Kind, system
from linkwork.testing.cast import NOON, Cast
from linkwork.trail import actions, reads
from linkwork.trail.models import AccessRow, ActionRow, Head
from linkwork.trail.rules import FIRST, Entry, first_break, hash_of


def entry(sequence: int) -> Entry:
    return Entry(sequence, None, "login", None, NOON, "room.verb", "row", None, {"n": sequence})


def chain(length: int) -> list[tuple[Entry, str]]:
    rows: list[tuple[Entry, str]] = []
    previous = FIRST
    for sequence in range(1, length + 1):
        previous = hash_of(entry(sequence), previous)
        rows.append((entry(sequence), previous))
    return rows


@pytest.mark.rules
def test_a_whole_chain_has_no_break() -> None:
    assert first_break(chain(5)) is None
    assert first_break([]) is None


@pytest.mark.rules
def test_a_removed_row_breaks_the_chain() -> None:
    rows = chain(5)
    assert first_break(rows[:2] + rows[3:]) == 3


@pytest.mark.rules
def test_the_same_moment_in_another_zone_hashes_the_same() -> None:
    zone = dt.timezone(dt.timedelta(hours=2))
    moved = Entry(1, None, "login", None, NOON.astimezone(zone), "room.verb", "row", None, {"n": 1})
    assert hash_of(moved, FIRST) == hash_of(entry(1), FIRST)


def test_every_action_of_the_cast_is_chained(cast: Cast) -> None:
    chains = reads.chains(system(None))
    assert {c.broken_at for c in chains} == {None}
    assert any(c.programme_id == cast.programme_id and c.length > 10 for c in chains)


def test_a_changed_row_is_noticed(cast: Cast) -> None:
    ActionRow.objects.filter(programme_id=cast.programme_id, sequence=4).update(what="nothing.happened")
    broken = {c.programme_id: c.broken_at for c in reads.chains(system(None))}
    assert broken[cast.programme_id] == 4


def test_a_cut_off_end_is_noticed(cast: Cast) -> None:
    head = Head.objects.get(programme_id=cast.programme_id)
    ActionRow.objects.filter(programme_id=cast.programme_id, sequence=head.sequence).delete()
    broken = {c.programme_id: c.broken_at for c in reads.chains(system(None))}
    assert broken[cast.programme_id] == head.sequence


def test_only_the_operator_checks_the_chains(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        reads.chains(cast.manager)


def test_a_look_is_kept_and_read_by_the_manager(cast: Cast) -> None:
    person = UUID(int=7)
    actions.look(by=cast.worker, at=NOON, page="people:person", person_id=person)
    looks = reads.looks_at(cast.manager, person)
    assert [(look.page, look.actor_id) for look in looks] == [("people:person", cast.worker.id)]
    assert AccessRow.objects.count() == 1


def test_steps_about_a_row(cast: Cast) -> None:
    steps = reads.steps_about(cast.administrator, cast.site_id)
    assert [(step.what, step.kind) for step in steps] == [("programmes.add_site", Kind.SYSTEM)]


@pytest.mark.parametrize("part", ["worker", "supervisor", "evaluator", "adviser"])
def test_other_roles_do_not_read_the_trail(cast: Cast, part: str) -> None:
    viewer = cast.everyone()[part]
    with pytest.raises(NotAllowed):
        reads.looks_at(viewer, UUID(int=7))
    with pytest.raises(NotAllowed):
        reads.steps_about(viewer, UUID(int=7))


def test_another_programme_sees_none_of_it(cast: Cast) -> None:
    assert reads.steps_about(cast.outsider, cast.site_id) == []
