"""How were the passages coded, and how far do the coders agree? From the study's own records."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.exchange.checklists import sentences as say
from linkwork.exchange.checklists.records import Records
from linkwork.exchange.curtain import Curtain
from linkwork.exchange.report.blocks import Block, Facts, Table, Text
from linkwork.exchange.report.chapters.saying import nothing, number, paragraphs

MOST_CODES: Final = 30
COEFFICIENTS: Final[Mapping[str, Promise]] = {
    "percent": gettext_lazy("Percent agreement"),
    "cohen_kappa": gettext_lazy("Cohen’s kappa"),
    "fleiss_kappa": gettext_lazy("Fleiss’ kappa"),
    "gwet_ac1": gettext_lazy("Gwet’s AC1"),
    "alpha_nominal": gettext_lazy("Krippendorff’s alpha"),
    "alpha_ordinal": gettext_lazy("Alpha, ordinal"),
    "alpha_interval": gettext_lazy("Alpha, interval"),
    "u_alpha": gettext_lazy("Unitizing alpha"),
}


def how_coded(of: Records, curtain: Curtain) -> list[Block]:
    """What the study set out to do and did, as terms with sentences; then agreement with its numbers."""
    told = (
        (_("Approach"), (say.approach,)),
        (_("Whom it set out to hear"), (say.sampling,)),
        (_("Who speaks in the sources"), (say.sample, say.groups)),
        (_("Names"), (say.names_away,)),
        (_("Ethics"), (say.ethics,)),
        (_("Codes"), (say.derivation, say.tree)),
        (_("Coders"), (say.coders,)),
        (_("Saturation"), (say.saturation,)),
        (_("Quotations"), (say.quotations,)),
        (_("Program"), (say.software,)),
    )
    pairs = [
        (term, paragraphs(curtain.clean("\n".join(one(of) for one in sentences)))) for term, sentences in told
    ]
    facts = tuple((term, lines) for term, lines in pairs if lines)
    return [*([Facts(facts)] if facts else []), *_agreement(of)]


def _agreement(of: Records) -> list[Block]:
    if not of.agreement:
        return [Text((_("No figures of agreement between coders were kept."),))]
    pooled = [one for one in of.agreement.get("pooled", ()) if one["value"] is not None]
    blocks: list[Block] = []
    if pooled:
        heads = (_("Coefficient"), _("Value"), _("95 % interval"), _("Units"), _("Coders"))
        rows = tuple(_coefficient(one) for one in pooled)
        blocks.append(Table(_("Agreement over all codes"), heads, rows))
    return [*blocks, *_by_code(of.agreement.get("codes", ()))]


def _coefficient(one: Mapping[str, Any]) -> tuple[str, ...]:
    between = nothing() if one["lower"] is None else f"{one['lower']:.2f} – {one['upper']:.2f}"
    values = (f"{one['value']:.2f}", between, number(one["units"]), number(one["coders"]))
    return (_named(one["coefficient"]), *values)


def _by_code(codes: Any) -> list[Block]:
    """Code by code the coefficients that could be worked out, those given most first."""
    ranked = sorted(codes, key=lambda one: -sum(one["given"]))[:MOST_CODES]
    names = list(dict.fromkeys(f["coefficient"] for one in ranked for f in one["found"]))[:4]
    rows = []
    for one in ranked:
        by = {f["coefficient"]: f["value"] for f in one["found"]}
        cells = (nothing() if by.get(name) is None else f"{by[name]:.2f}" for name in names)
        rows.append((one["name"], *cells))
    if not rows:
        return []
    heads = (_("Code"), *(_named(name) for name in names))
    return [Table(_("Agreement code by code"), heads, tuple(rows))]


def _named(coefficient: str) -> str:
    return str(COEFFICIENTS.get(coefficient, coefficient.replace("_", " ")))
