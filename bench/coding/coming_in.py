"""Does what Taguette exports come in whole? Its own export of its own project, code by code and letter by letter.

Spaces at the edges of a highlight are no part of a passage here, so both sides are compared without them.
"""

import csv
import io
import random
from collections import Counter
from typing import Any

from linkwork.evaluation.coding import reads
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.projects.parts import trimmed
from linkwork.exchange.projects.reading import read_project
from linkwork.exchange.refi_qda.into_study import take_in
from linkwork.exchange.refi_qda.reading import read_qdc

TAGS = (
    "trust",
    "trust/first step",
    "trust/first step/at home",
    "地点",
    "emoji 🙂",
    "لقاء",
    "a, “quoted” & <b>",
)
ALWAYS = "interesting"  # in every new project of Taguette
LINES = (
    "The room was warm, and nobody asked why we came.",
    "后来他们给我送来了一个人。 🙂🙂 It took long — très long.",
    "هذا مكاني 🙂 now. One & two < three > “four”.",
    "Then again: the same words, the same words.",
)


def comes_in_whole(desk: Any, peer: Any, highlights: int = 200) -> str:
    """What was compared, where everything is the same. Raises ValueError where anything is not."""
    text = "\n".join(f"{line} {number}" for number, line in enumerate(LINES * 40))
    chance = random.Random(11)
    wanted = []
    for _n in range(highlights):
        start = chance.randrange(len(text) - 120)
        end = start + chance.randrange(2, 100)
        if text[start:end].strip():
            wanted.append(
                (start, end, tuple(sorted(chance.sample(range(len(TAGS)), chance.randrange(1, 4)))))
            )
    made = peer.project("From there to here", text, wanted, TAGS)
    by = desk.cast.evaluator
    project, loss = read_project(peer.get_bytes(made.path("export/project.sqlite3")), "project.sqlite3")
    from ours import NOW

    taken = take_in(project, loss, language="en", by=by, at=NOW, file="project.sqlite3")
    (source,) = studies.sources(by, taken.study_id)
    kept = studies.source(by, source.id).text
    _same("the text", kept.rstrip("\n"), text)
    book = reads.codebook(by, taken.study_id)
    own = [frame for frame in book.frames if frame.list_id]
    name_of = {one.pair: _path(frame, one) for frame in own for one in frame.codes}
    _same("the codes", sorted(name_of.values()), sorted((*TAGS, ALWAYS)))
    ours = Counter(
        (one.start, one.end, tuple(sorted(name_of[code.frame_id, code.construct_id] for code in one.codes)))
        for one in reads.codings(by, source.id)
    )
    theirs = Counter(
        (*trimmed(text, start, end), tuple(sorted(TAGS[tag] for tag in tags))) for start, end, tags in wanted
    )
    _same("every highlight’s place and tags", ours, theirs)
    rows = list(csv.reader(io.StringIO(peer.get(made.path("export/highlights/.csv")))))[1:]
    said = Counter((tag, " ".join(words.split())) for _id, _document, tag, words in rows)
    _same(
        "every highlight’s words, as Taguette’s own CSV has them",
        Counter(
            (tag, " ".join(kept[start:end].split()))
            for (start, end, tags), n in ours.items()
            for tag in tags * n
        ),
        said,
    )
    codes, _sets = read_qdc(peer.get_bytes(made.path("export/codebook.qdc")), "codebook.qdc")
    names = sorted(one.name for top in codes for one in top.each())
    _same("the codebook as REFI-QDA", names, sorted((*TAGS, ALWAYS)))
    return (
        f"{len(TAGS)} codes, {sum(ours.values())} highlights, {len(text):,} characters in four scripts: equal"
    )


def _path(frame: Any, card: Any) -> str:
    """A code by its name and those above it, as Taguette writes it."""
    above = {one.construct_id: one for one in frame.codes}
    parts = [card.name]
    while card.parent and card.parent in above:
        card = above[card.parent]
        parts.append(card.name)
    return "/".join(reversed(parts))


def _same(what: str, ours: Any, theirs: Any) -> None:
    if ours == theirs:
        return
    if isinstance(ours, Counter):
        ours, theirs = list((ours - theirs).items())[:3], list((theirs - ours).items())[:3]
    raise ValueError(
        f"{what}: not the same. Ours alone: {str(ours)[:400]}. Theirs alone: {str(theirs)[:400]}"
    )
