"""A project file becomes a study: its texts, codes, codings and memos, all of them or nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from linkwork.core.errors import Invalid
from linkwork.core.text import fold
from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import actions as coding
from linkwork.evaluation.coding.rules.taking_in import NewCoding
from linkwork.evaluation.studies import actions as studying
from linkwork.evaluation.studies import reads as studies
from linkwork.evaluation.studies.rules import ConsentForm, Design, Group, SourceKind
from linkwork.exchange.refi_qda import ours
from linkwork.exchange.refi_qda.into_codes import Book, take_in_codes
from linkwork.exchange.refi_qda.shapes import Loss, Mark, Note, Passage, Project, Text
from linkwork.programmes import reads as programmes
from linkwork.programmes.rules import Stage

LONGEST_MEMO = 5000
LONGEST_TITLE = 200
LONGEST_LANGUAGE = 12
MARK = "\ufeff"
SETTLED = ours.made("consensus")  # the user under whom what coders settled between them goes out
Pair = tuple[str, str]
Word = TypeVar("Word", bound=StrEnum)


@dataclass
class Taken:
    """What came in, and what did not."""

    study_id: UUID
    title: str
    loss: Loss
    sources: int = 0
    codes: int = 0
    codings: int = 0
    memos: int = 0


def take_in(
    project: Project, loss: Loss, *, language: str, by: Viewer, at: dt.datetime, file: str = ""
) -> Taken:
    """A new study out of a project that was read, and what was lost on the way (added to `loss`).

    `language` is that of texts which do not say theirs. One transaction: a fault leaves nothing. Raises NotAllowed,
    Refused, Invalid.
    """
    with transaction.atomic():
        title = _free_title(project.name, {one.title for one in studies.studies(by)})
        note = _("Taken in from %(file)s (%(origin)s).") % {
            "file": file,
            "origin": project.origin or "REFI-QDA",
        }
        study_id = studying.open_study(
            title=title,
            question=project.description,
            design=Design.INTERVIEWS,
            opened_on=at.date(),
            note=note[:300],
            by=by,
            at=at,
        )
        taken = Taken(study_id, title, loss)
        book = take_in_codes(study_id, project, loss, by, at)
        taken.codes = book.count
        sources = _sources(taken, project, language, by, at)
        notes = {one.guid: one for one in project.notes}
        coders = _coders(project, by, loss)
        used: set[UUID] = set()
        found: list[NewCoding] = []
        for text in project.texts:
            if text.guid in sources:
                found += _codings(text, sources[text.guid], book, coders, notes, used, loss)
        taken.codings = coding.take_in_codings(study_id=study_id, codings=found, by=by, at=at) if found else 0
        _memos(taken, project, sources, used, by, at)
        return taken


def _free_title(name: str, taken: Iterable[str]) -> str:
    known = set(taken)
    plain = " ".join(name.split())[: LONGEST_TITLE - 6] or "REFI-QDA"
    title, count = plain, 1
    while title in known:
        count += 1
        title = f"{plain} ({count})"
    return title


def _sources(taken: Taken, project: Project, language: str, by: Viewer, at: dt.datetime) -> dict[UUID, UUID]:
    """Our id of each text that could be kept, by its id in the file."""
    names = {one.guid: fold(one.name) for one in project.variables}
    of_cases = {
        source: case.values
        for case in project.cases
        for source in case.sources
        if project.origin != ours.ORIGIN
    }
    found: dict[UUID, UUID] = {}
    titles: set[str] = set()
    for text in project.texts:
        said = {names.get(one.variable, ""): one.text for one in (*of_cases.get(text.guid, ()), *text.values)}
        title = _free_title(text.name, titles)
        titles.add(title)
        kind = _one_of(SourceKind, said.pop(fold(ours.KIND), ""))
        group, stage = (
            _one_of(Group, said.pop(fold(ours.GROUP), "")),
            _one_of(Stage, said.pop(fold(ours.STAGE), "")),
        )
        consent = _one_of(ConsentForm, said.pop(fold(ours.CONSENT), ""))
        spoken = said.pop(fold(ours.LANGUAGE), "") or language
        if len(spoken) > LONGEST_LANGUAGE:  # no code of a language
            spoken = language
        try:
            found[text.guid] = studying.add_source(
                study_id=taken.study_id,
                title=title,
                kind=kind or SourceKind.DOCUMENT,
                text=text.text,
                language=spoken,
                group=group,
                stage=stage,
                consent=consent or ConsentForm.ANALYSE,
                note=text.description[:300],
                by=by,
                at=at,
            )
        except Invalid as refusal:
            taken.loss.add("TextSource", "; ".join(refusal.errors.values()))
            continue
        for name in said:
            taken.loss.add("Variable", _("“%(name)s”: no property of a source here") % {"name": name})
    taken.sources = len(found)
    guids = {ours_id: guid for guid, ours_id in found.items()}
    coding.remember_outside(study_id=taken.study_id, guids=guids, by=by, at=at)
    return found


def _one_of(kind: type[Word], said: str) -> Word | None:
    """The member a word names, in any letters; None where it names none."""
    return next((one for one in kind if fold(one.value) == fold(said)), None)


def _coders(project: Project, by: Viewer, loss: Loss) -> Mapping[UUID, UUID]:
    """Which of us each user of the file is: by id, else by name."""
    workers = programmes.workers(by)
    ids, names = {one.id for one in workers}, {fold(one.name): one.id for one in workers}
    found = {}
    for user in project.users:
        if user.guid == SETTLED:
            continue
        if user.guid in ids:
            found[user.guid] = user.guid
        elif fold(user.name) in names:
            found[user.guid] = names[fold(user.name)]
        else:
            loss.add(
                "User",
                _(
                    "“%(name)s” is nobody here: their codings stand without a coder. To keep them, add the name in the"
                    " settings first and take the file in again"
                )
                % {"name": user.name},
            )
    return found


def _codings(
    text: Text,
    source_id: UUID,
    book: Book,
    coders: Mapping[UUID, UUID],
    notes: Mapping[UUID, Note],
    used: set[UUID],
    loss: Loss,
) -> Iterator[NewCoding]:
    shift = len(MARK) if text.text.startswith(MARK) else 0
    whole = Passage(ours.made(text.guid, "whole"), shift, len(text.text), text.marks)
    known, said = (
        cache(book.knows),
        cache(book.said),
    )  # ten thousand passages name a few hundred sets of codes
    for passage in (*text.passages, *([whole] if text.marks else [])):
        by_user: dict[UUID | None, list[Mark]] = {}
        for mark in passage.marks:
            if mark.by == SETTLED:
                continue
            if known(mark.code):
                by_user.setdefault(mark.by, []).append(mark)
            else:
                loss.add("Coding", _("a code that the file’s codebook does not have"))
        if not by_user and any(mark.by == SETTLED for mark in passage.marks):
            used.update(passage.notes)  # beside the coders' own codings it would count each place twice
            loss.add(
                "Coding", _("what coders settled between them: their own codings are here, to settle anew")
            )
        elif not by_user and (passage.words or passage.notes):
            loss.add(
                "PlainTextSelection", _("a comment on a passage without a code; it became a memo on the text")
            )
        for number, (user, marks) in enumerate(by_user.items()):
            found = said(tuple([one.code for one in marks]))
            if not found.codes:
                loss.add("PlainTextSelection", _("a passage without a code"))
                continue
            noted = dict.fromkeys([*passage.notes, *(note for one in marks for note in one.notes)])
            memo = "\n\n".join([passage.words, *(notes[one].text for one in noted if one in notes)]).strip()
            used.update(noted)
            if len(memo) > LONGEST_MEMO:
                loss.add("Note", _("what lies beyond 5,000 characters of a memo on a passage"))
            yield NewCoding(
                passage.guid if number == 0 else ours.made(passage.guid, user),
                source_id,
                passage.start - shift,
                passage.end - shift,
                found.codes,
                coders.get(user) if user else None,
                found.valence,
                found.strength,
                found.stage,
                memo[:LONGEST_MEMO],
                passage.at or marks[0].at,
            )


def _memos(
    taken: Taken, project: Project, sources: Mapping[UUID, UUID], used: set[UUID], by: Viewer, at: dt.datetime
) -> None:
    """Notes on a text become memos on it, all others memos on the study; a comment on an uncoded passage goes along."""
    about: dict[UUID, UUID] = {}
    comments: list[tuple[UUID, str]] = []
    notes = {one.guid: one for one in project.notes}
    for text in project.texts:
        if text.guid not in sources:
            continue
        about |= dict.fromkeys(text.notes, sources[text.guid])
        for one in text.passages:
            if not one.marks:
                said = [one.words, *(notes[note].text for note in one.notes if note in notes)]
                quoted = text.text[one.start : one.end]
                comments += [(sources[text.guid], f"“{quoted[:200]}”\n\n{words}") for words in said if words]
                used |= set(one.notes)
    guids = {}
    for note in project.notes:
        if note.guid in used or not note.text.strip():
            continue
        made = coding.add_memo(
            study_id=taken.study_id,
            text="\n\n".join(part for part in (note.name, note.text) if part)[:LONGEST_MEMO],
            source_id=about.get(note.guid),
            by=by,
            at=at,
        )
        guids[made] = note.guid
    for source_id, words in comments:
        coding.add_memo(study_id=taken.study_id, text=words[:LONGEST_MEMO], source_id=source_id, by=by, at=at)
    taken.memos = len(guids) + len(comments)
    coding.remember_outside(study_id=taken.study_id, guids=guids, by=by, at=at)
