"""One text with its codings marked in it, as a page that needs nothing beside it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from linkwork.core.viewer import Viewer
from linkwork.evaluation.coding import reads as coding
from linkwork.evaluation.coding.reads import CodingCard
from linkwork.evaluation.coding.rules.rounds import Layer
from linkwork.evaluation.studies import reads as studies
from linkwork.exchange.coded.saying import LAYERS
from linkwork.exchange.days import date_said
from linkwork.exchange.refi_qda.ours import COLOURS
from linkwork.exchange.words import words

STYLE = (
    "body{font:1rem/1.7 serif;max-width:44rem;margin:2rem auto;padding:0 1rem}header,sup{font-family:sans-serif}"
    "h1{font-size:1.4rem;line-height:1.3}.flag{border-inline-start:4px solid #8a4a00;padding-inline-start:.75rem}"
    ".text{white-space:pre-wrap;overflow-wrap:anywhere}"
    "mark{color:inherit;background:none;border-bottom:3px solid var(--k);padding:0}mark.two{border-bottom-style:double;"
    "border-bottom-width:5px}sup{font-size:.65rem;line-height:1;color:#444;margin-inline:.15rem}"
) + "".join(f".k{place}{{--k:{colour}}}" for place, colour in enumerate(COLOURS, 1))


def marked_page(viewer: Viewer, source_id: UUID, layer: Layer, at: dt.datetime) -> str:
    """HTML: passages underlined in the colour of their first code, what they were coded with said where each ends.

    Raises NotFound; for evaluators whose part lets them read.
    """
    source = studies.source(viewer, source_id)
    study = studies.study(viewer, source.study_id)
    book = coding.codebook(viewer, source.study_id)
    found = coding.codings(viewer, source_id, layer)
    colours = {one.id: _colour([book.get(c.frame_id, c.construct_id) for c in one.codes]) for one in found}
    head = [
        Markup("<p>{}</p>").format(study.title),
        Markup("<h1>{}</h1>").format(source.title),
        Markup("<p>{} {}</p>").format(
            LAYERS[layer](), _("Made on %(day)s") % {"day": date_said(at.date())} + "."
        ),
    ]
    if not source.quotable:
        head.append(Markup('<p class="flag">{}</p>').format(_("Nothing of this text may be quoted.")))
    body = Markup("".join(_pieces(source.text, found, colours)))
    page = Markup(
        '<!doctype html>\n<html lang="{}"><head><meta charset="utf-8"><meta name="viewport"'
        ' content="width=device-width, initial-scale=1"><title>{}</title><style>{}</style></head>\n'
        '<body><header>{}</header>\n<main class="text" lang="{}" dir="{}">{}</main></body></html>\n'
    ).format(
        (translation.get_language() or "en").split("-")[0],
        source.title,
        Markup(STYLE),
        Markup("").join(head),
        source.language,
        source.direction.value,
        body,
    )
    return str(page)


def _pieces(text: str, found: Iterable[CodingCard], colours: dict[UUID, int]) -> Iterator[str]:
    """The text in one sweep from border to border, escaped; a passage that ends says its codes there."""
    valences = words()["valence"]
    begins: dict[int, list[CodingCard]] = {}
    ends: dict[int, list[CodingCard]] = {}
    for one in found:
        begins.setdefault(one.start, []).append(one)
        ends.setdefault(one.end, []).append(one)
    held: dict[UUID, CodingCard] = {}
    last = 0
    for border in sorted({*begins, *ends, len(text)}):
        yield _piece(text[last:border], held, colours)
        for one in ends.get(border, ()):
            del held[one.id]
            yield f"<sup>[{escape(_said(one, valences[one.valence]))}]</sup>"
        held |= {one.id: one for one in begins.get(border, ())}
        last = border


def _piece(words_between: str, held: dict[UUID, CodingCard], colours: dict[UUID, int]) -> str:
    if not held or not words_between:
        return str(escape(words_between))
    inner = next(reversed(held))
    more = " two" if len(held) > 1 else ""
    return f'<mark class="k{colours[inner]}{more}">{escape(words_between)}</mark>'


def _said(one: CodingCard, valence: str) -> str:
    parts = [*(code.name for code in one.codes), valence]
    return "; ".join([*parts, one.coder] if one.coder else parts)


def _colour(cards: Iterable[object]) -> int:
    return next((getattr(card, "colour", 1) for card in cards if card), 1)
