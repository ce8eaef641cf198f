"""A display as a paper, in the language now active: nothing in it that may not go out."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.core.languages import direction
from linkwork.evaluation.coding.reads.rated import Rated, RatedCell
from linkwork.evaluation.coding.rules.agreement import Agreement, Coefficient
from linkwork.evaluation.coding.rules.scores import Mark
from linkwork.evaluation.portraits.reads import DisplayCard, RowCard
from linkwork.evaluation.portraits.rules.displays.cases import ALL, by_case, cases
from linkwork.evaluation.portraits.rules.displays.layouts import LAYOUTS, Column, Split, columns
from linkwork.evaluation.portraits.rules.evidence import Evidence, FigureCard, QuoteCard
from linkwork.evaluation.studies.rules import Group
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.days import date_said
from linkwork.exchange.displays.names import COEFFICIENTS, FLAGGED, KINDS, VERDICTS, column_name
from linkwork.exchange.displays.paper import Line, Paper, Piece
from linkwork.exchange.report.chapters.saying import hidden
from linkwork.exchange.words import words
from linkwork.programmes.reads import ProgrammeCard
from linkwork.programmes.rules import Stage

ORDER = [ALL, *(stage.value for stage in Stage), *(group.value for group in Group)]
Cells = tuple[tuple[Piece, ...], ...]


def compose(card: DisplayCard, programme: ProgrammeCard, curtain: Curtain, today: dt.date) -> Paper:
    """The whole display."""
    language = (translation.get_language() or "en").split("-")[0]
    drawn = columns(card.kind, any(row.ratings for row in card.rows))
    split = cases(card.split, [row.evidence for row in card.rows], ORDER)
    return Paper(
        lang=language,
        dir=direction(language),
        above=_("Joint display: %(kind)s") % {"kind": KINDS[card.kind]},
        title=curtain.clean(card.title),
        programme=programme.name,
        demo=_("Demonstration: everything here is invented") if programme.demonstration else "",
        standing=_standing(card),
        first_head=_("What was asked"),
        heads=tuple(name for one in drawn for name in _heads(card, one, split)),
        rows=tuple(_line(row, card, drawn, split, curtain) for row in card.rows),
        notes=_notes(card),
        printed=_("Made on %(day)s") % {"day": date_said(today)},
    )


def rating_said(cell: RatedCell) -> str:
    """A settled rating as it stands in a cell."""
    if cell.mark is None:
        return "…"
    if cell.mark is Mark.MIXED:
        return "0 ±"
    if cell.value is None:
        return "–"
    return f"+{cell.value}" if cell.value > 0 else str(cell.value).replace("-", "−")


def coefficient_said(one: Agreement) -> str:
    """A share in percent, any other coefficient with two places; a dash for none."""
    if one.value is None:
        return "–"
    if one.coefficient is Coefficient.PERCENT:
        return _("%(share)s %%") % {"share": number_format(round(100 * one.value, 1), 1)}
    return str(number_format(round(one.value, 2), 2))


def _heads(card: DisplayCard, column: Column, split: Sequence[str]) -> list[str]:
    if column is not Column.CASES:
        return [column_name(card.kind, column)]
    said = words()["stage" if card.split is Split.STAGE else "group"]
    return [_("All together") if case == ALL else said[case] for case in split]


def _line(
    row: RowCard, card: DisplayCard, drawn: Iterable[Column], split: Sequence[str], curtain: Curtain
) -> Line:
    cells = tuple(cell for one in drawn for cell in _cells(row, card, one, split, curtain))
    return Line(curtain.clean(row.question), row.about, cells)


def _cells(row: RowCard, card: DisplayCard, column: Column, split: Sequence[str], curtain: Curtain) -> Cells:
    match column:
        case Column.FIGURES:
            return (_figures(row.evidence, curtain) or (_note(_("No figure says anything about this.")),),)
        case Column.WORDS:
            return (_words(row.evidence, curtain) or (_note(_("Nobody says anything about this.")),),)
        case Column.BRIDGE:
            return (tuple(_note(line) for line in _lines(curtain.clean(row.bridge))),)
        case Column.RATINGS:
            return (tuple(_rating(one) for one in row.ratings),)
        case Column.FIT:
            return (_fit(row, curtain),)
    held = by_case(row.evidence, card.split)
    found = [held.get(case, Evidence()) for case in split]
    return tuple(_figures(one, curtain) + _words(one, curtain) for one in found)


def _figures(evidence: Evidence, curtain: Curtain) -> tuple[Piece, ...]:
    return tuple(_figure(one, curtain) for one in evidence.figures)


def _words(evidence: Evidence, curtain: Curtain) -> tuple[Piece, ...]:
    return tuple(_quote(one, curtain) for one in evidence.quotes)


def _figure(linked: FigureCard, curtain: Curtain) -> Piece:
    card = curtain.card(linked)
    if card.problem:
        return _note(_("%(title)s: %(problem)s") % {"title": card.title, "problem": card.problem})
    from_where = _("%(figure)s@%(version)s, extract of %(day)s, %(hash)s") % {
        "figure": card.key.indicator,
        "version": card.version,
        "day": date_said(card.taken_at.date()),
        "hash": card.extract_hash[:12],
    }
    if card.hidden:
        said = _("%(title)s: %(problem)s") % {"title": card.title, "problem": hidden()}
        return Piece("note", said, from_where)
    return Piece("figure", card.sentence, from_where)


def _quote(card: QuoteCard, curtain: Curtain) -> Piece:
    if card.removed:
        return _note(_("A passage whose coding has been taken back since."))
    said = words()
    values = {
        "kind": said["source"][card.source_kind],
        "group": said["group"][card.group],
        "stage": said["stage"][card.stage],
        "code": card.source_id.hex[-8:],
        "hash": card.source_hash[:12],
    }
    who = _("%(kind)s, %(group)s, %(stage)s; source %(code)s@%(hash)s") % values
    if card.end:
        place = _("characters %(start)s to %(end)s") % {"start": card.start, "end": card.end}
        who = f"{who}, {place}"
    if card.codes:
        who = f"{who} · {', '.join(card.codes)}"
    if card.withheld:
        return Piece("note", _("Quotation withheld: its source gave no consent to be quoted."), who)
    return Piece("words", curtain.clean(card.text), who, card.language, card.direction)


def _rating(one: Rated) -> Piece:
    cells = ", ".join(f"{cell.case} {rating_said(cell)}" for cell in one.cells)
    below = ""
    if one.decided:
        below = _("Decided by the analyst: %(verdict)s.") % {"verdict": FLAGGED[one.decided]}
        if one.suggested and one.suggested is not one.decided:
            below += " " + _("The rule would say: %(verdict)s.") % {"verdict": FLAGGED[one.suggested]}
    elif one.suggested:
        below = _("Suggested by the rule: %(verdict)s.") % {"verdict": FLAGGED[one.suggested]}
    return Piece("rating", f"{one.name}: {cells}", below)


def _fit(row: RowCard, curtain: Curtain) -> tuple[Piece, ...]:
    verdict = str(VERDICTS[row.verdict]) if row.verdict else _("Not decided yet")
    found = [Piece("verdict", verdict), *(_note(line) for line in _lines(curtain.clean(row.reasoning)))]
    for one in row.review.given:
        said = {"who": curtain.reviewer(one.reviewer_id), "verdict": VERDICTS[one.verdict]}
        found.append(Piece("note", _("%(who)s: %(verdict)s") % said, curtain.clean(one.reasoning)))
    if row.review.decided_by and row.review.given:
        found.append(_note(_("The reviewers’ verdicts were settled by one person, for the reason given.")))
    return tuple(found)


def _notes(card: DisplayCard) -> tuple[str, ...]:
    """Which extracts, whole; how far reviewers agreed; where the kind is described; what is left out."""
    extracts = {
        one.extract_hash: one for row in card.rows for one in row.evidence.figures if one.extract_hash
    }
    notes = [
        _("Figures come from the extract of %(day)s, SHA-256 %(hash)s.")
        % {"day": date_said(one.taken_at.date()), "hash": one.extract_hash}
        for one in extracts.values()
    ]
    if card.reviewers:
        notes.append(_agreed(card.agreed))
    notes.append(
        _("This kind of display is described in: %(source)s") % {"source": LAYOUTS[card.kind].source}
    )
    notes.append(_("Figures about too few people and words without consent to be quoted are left out."))
    return tuple(notes)


def _agreed(found: Sequence[Agreement]) -> str:
    said = [
        f"{COEFFICIENTS[one.coefficient]} {coefficient_said(one)}"
        for one in found
        if one.coefficient in COEFFICIENTS
    ]
    if not said:
        return _("Reviewers judged the rows apart.")
    n = found[0].n_units
    rows = ngettext("over %(num)s row", "over %(num)s rows", n) % {"num": n}
    return _("Reviewers judged the rows apart; %(rows)s: %(figures)s.") % {
        "rows": rows,
        "figures": ", ".join(said),
    }


def _standing(card: DisplayCard) -> str:
    if card.frozen_at is None:
        return _("Live: it changes with the coding until it is frozen.")
    if not card.intact:
        return _("This display was changed after it was frozen. Do not rely on it.")
    values = {"day": date_said(card.frozen_at.date()), "version": card.version, "hash": card.frozen_hash}
    return _("Version %(version)s, frozen on %(day)s. Cite it by SHA-256 %(hash)s.") % values


def _note(text: str) -> Piece:
    return Piece("note", text)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
