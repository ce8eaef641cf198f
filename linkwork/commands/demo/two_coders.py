"""Somebody's own documents, coded by two word lists as if two people had: from files to a settled consensus.

The texts are real where the files are; the coding is synthetic, and the study says so in its title and its note. All
of it is done by the actions that people's clicks do: a frozen codebook, a blind round, a kept figure of agreement, a
decision about every place, and the consensus as what findings count.
"""

import datetime as dt
from pathlib import Path
from uuid import UUID

from django.db import transaction

from linkwork.commands.demo.programmes import join
from linkwork.commands.demo.word_rules import Reader, read
from linkwork.commands.imports.documents import found, start_of
from linkwork.core.errors import NotFound, Refused
from linkwork.core.viewer import Role, Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding import reads as codings
from linkwork.evaluation.coding.reads import Difference, RoundCard
from linkwork.evaluation.coding.reads.records import Asked
from linkwork.evaluation.coding.rules.differences import Choice, Sort
from linkwork.evaluation.coding.rules.rounds import Purpose
from linkwork.evaluation.studies import actions as studies
from linkwork.evaluation.studies import reads
from linkwork.evaluation.studies.rules import Design, NewFile, SourceKind
from linkwork.exchange.documents.taking_in import add_documents
from linkwork.programmes import reads as programmes

TITLE = "Documents coded by word lists (synthetic coding)"
NOTE = "The texts are as they came. Nobody coded them: two word lists did, to show coding together."
ROUND = "Two word lists"
SECOND = ("second-coder", "Idris Moreau", "researcher", (Role.EVALUATOR,), "English")


def coded(folder: Path, first: Viewer, at: dt.datetime) -> UUID:
    """The study of these documents, made now or found as it was made before. Raises NotFound, Refused."""
    there = {one.title: one.id for one in reads.studies(first)}
    if TITLE in there:
        return there[TITLE]
    if not folder.is_dir():
        raise NotFound(f"There is no folder {folder}.")
    with transaction.atomic():
        study_id = _study(folder, first, at)
        second = join(None, first.programme, SECOND, at)
        settle(first, _read_by_both(study_id, first, second, at), at)
    return study_id


def second_coder(first: Viewer) -> Viewer:
    """The other reader, once `coded` has made them."""
    login_id = programmes.login_named(f"{SECOND[0]}@all.example")
    if login_id is None:
        raise NotFound("There is no second coder yet.")
    return programmes.viewer_for(login_id, first.programme)


def _study(folder: Path, by: Viewer, at: dt.datetime) -> UUID:
    study_id = studies.open_study(
        title=TITLE,
        question="What helps and hinders this kind of work in taking hold, and through which work of people?",
        design=Design.PROCESS_EVALUATION,
        opened_on=at.date(),
        note=NOTE,
        by=by,
        at=at,
    )
    reports = add_documents(
        study_id=study_id,
        files=[NewFile(path.name, start_of(path)) for path in found([folder])],
        kind=SourceKind.DOCUMENT,
        language="en",
        consent=True,
        by=by,
        at=at,
    )
    problems = [f"{one.name}: {one.problem}" for one in reports if one.source_id is None]
    if problems or not reports:
        raise Refused(" ".join(problems) or f"There is no document in {folder}.")
    return study_id


def _read_by_both(study_id: UUID, first: Viewer, second: Viewer, at: dt.datetime) -> UUID:
    """A blind round, each reader in every source, closed; its id."""
    sources = reads.sources(first, study_id)
    passages = {
        (reader, line.id): read(reads.source(first, line.id).text, reader)
        for reader in Reader
        for line in sources
    }
    if not all(any(passages[reader, line.id] for line in sources) for reader in Reader):
        raise Refused("No word of the two lists stands in these documents.")
    coding.freeze_codebook(study_id=study_id, name=ROUND, by=first, at=at)
    round_id = coding.open_round(
        study_id=study_id,
        title=ROUND,
        purpose=Purpose.DOUBLE,
        source_ids=[one.id for one in sources],
        coder_ids=[first.worker_id, second.worker_id],
        codebook=1,
        by=first,
        at=at,
    )
    for by, reader in ((first, Reader.FIRST), (second, Reader.SECOND)):
        for line in sources:
            for passage in passages[reader, line.id]:
                coding.code_passage(
                    source_id=line.id,
                    start=passage.start,
                    end=passage.end,
                    constructs=passage.constructs,
                    valence=passage.valence,
                    by=by,
                    at=at,
                )
            coding.mark_done(round_id=round_id, source_id=line.id, by=by, at=at)
    coding.close_round(round_id=round_id, by=first, at=at)
    coding.keep_agreement(
        study_id=study_id, title=f"{ROUND}, before settling", asked=Asked(), by=first, at=at
    )
    return round_id


def settle(by: Viewer, round_id: UUID, at: dt.datetime) -> None:
    """Decide about every place by rule, and let the consensus stand."""
    coding.take_agreed(round_id=round_id, by=by, at=at)
    everything = codings.differences(by, round_id)
    for place in everything.places:
        if place.decision is None:
            choice, taken, reason = decided(everything.card, place)
            coding.decide(
                round_id=round_id,
                source_id=place.source_id,
                members=[row.id for row in place.members],
                choice=choice,
                taken=taken,
                reason=reason,
                by=by,
                at=at,
            )
    for line in everything.card.sources:
        coding.settle_source(round_id=round_id, source_id=line.id, by=by, at=at)


def decided(card: RoundCard, place: Difference) -> tuple[Choice, UUID | None, str]:
    """What the rule says: the wider passage; both codes; what only one of them saw stays if it speaks to findings."""
    widest = max(place.members, key=lambda row: (row.end - row.start, row.coder_id == card.opened_by_id))
    if place.sort is Sort.CODE:
        return Choice.BOTH, None, "By rule: both readings stand."
    if place.sort is Sort.ONLY and widest.valence == "neutral":
        return Choice.NEITHER, None, "By rule: seen by one and for nothing said."
    return Choice.ONE, widest.id, "By rule: the wider passage."
