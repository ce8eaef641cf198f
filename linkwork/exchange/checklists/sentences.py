"""The records as sentences for a paper, in the language now active; empty where they say nothing."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linkwork.exchange.checklists.records import Records
from linkwork.exchange.days import date_said
from linkwork.exchange.words import words


def coders(of: Records) -> str:
    """How many people coded, and how."""
    if not of.coders:
        return ""
    said = [
        ngettext("%(n)s person coded the sources.", "%(n)s people coded the sources.", len(of.coders))
        % {"n": len(of.coders)}
    ]
    for one in of.double:
        about = {"coders": len(one.coders), "sources": len(one.sources), "title": one.title}
        said.append(
            _(
                "Round “%(title)s”: %(coders)s coders read the same %(sources)s sources, apart from each other."
            )
            % about
            if one.blind
            else _("Round “%(title)s”: %(coders)s coders read the same %(sources)s sources.") % about
        )
    return " ".join(said)


def agreement(of: Records) -> str:
    """The kept figures of agreement, and what was settled."""
    said = []
    for one in (of.agreement or {}).get("pooled", ()):
        if one["value"] is not None:
            name = one["coefficient"].replace("_", " ")
            said.append(
                _("Agreement over all codes (%(name)s, unit: %(unit)s): %(value)s.")
                % {"name": name, "unit": one["unit"], "value": f"{one['value']:.2f}"}
            )
    if of.settled:
        said.append(
            ngettext(
                "Differences in %(n)s source were settled by consensus.",
                "Differences in %(n)s sources were settled by consensus.",
                of.settled,
            )
            % {"n": of.settled}
        )
    return " ".join(said)


def tree(of: Records) -> str:
    """The codebook: lists, codes, versions."""
    said = [
        ngettext("%(list)s: %(n)s code.", "%(list)s: %(n)s codes.", count)
        % {"list": one.long_name, "n": count}
        for one in of.book.frames
        if (count := sum(card.offered for card in one.codes))
    ]
    if of.versions:
        last = of.versions[0]
        about = {"n": last.number, "day": date_said(last.frozen_at.date()), "hash": last.hash[:12]}
        said.append(
            ngettext(
                "The codebook was frozen %(n)s time, last on %(day)s (hash %(hash)s).",
                "The codebook was frozen %(n)s times, last on %(day)s (hash %(hash)s).",
                last.number,
            )
            % about
        )
    return " ".join(said)


def theory(of: Records) -> str:
    """The frames, with where they are published."""
    shipped = [one for one in of.book.frames if not one.list_id]
    if not shipped:
        return ""
    return _("Frames: %(frames)s.") % {
        "frames": "; ".join(f"{one.long_name} ({one.citation})" for one in shipped)
    }


def derivation(of: Records) -> str:
    """Codes brought along, and codes found while reading."""
    brought = [one.name for one in of.book.frames if one.kind in ("shipped", "deductive")]
    found = [one.name for one in of.book.frames if one.kind == "inductive"]
    said = []
    if brought:
        said.append(_("Codes set down beforehand: %(lists)s.") % {"lists": ", ".join(brought)})
    if found:
        said.append(_("Codes found while reading: %(lists)s.") % {"lists": ", ".join(found)})
    return " ".join(said)


def sample(of: Records) -> str:
    """How many sources, of what kind, and how many people spoke in them."""
    if not of.sources:
        return ""
    names = words()["source"]
    kinds = ", ".join(f"{names.get(kind, kind)} {n}" for kind, n in sorted(of.kinds().items()))
    people = sum(one.participants for one in of.sources)
    said = ngettext("%(n)s source (%(kinds)s).", "%(n)s sources (%(kinds)s).", len(of.sources))
    spoke = ngettext("%(n)s participant.", "%(n)s participants.", people) % {"n": people}
    return " ".join([said % {"n": len(of.sources), "kinds": kinds}, *([spoke] if people else [])])


def groups(of: Records) -> str:
    """Who speaks, and in which languages."""
    if not of.sources:
        return ""
    names = words()["group"]
    by_group: dict[str, int] = {}
    by_language: dict[str, int] = {}
    for one in of.sources:
        by_group[one.group or ""] = by_group.get(one.group or "", 0) + 1
        by_language[one.language] = by_language.get(one.language, 0) + 1
    return _("Sources by who speaks: %(groups)s. By language: %(languages)s.") % {
        "groups": _counted((names[key], n) for key, n in sorted(by_group.items())),
        "languages": _counted(sorted(by_language.items())),
    }


def sampling(of: Records) -> str:
    """Whom the study set out to hear."""
    if not of.targets:
        return ""
    names = words()["group"]
    wanted = _counted((names[group], n) for group, n in of.targets.items())
    return _("The study set out to hear: %(wanted)s.") % {"wanted": wanted}


def saturation(of: Records) -> str:
    """After how many sources new codes stopped coming."""
    if not of.found.runs:
        return ""
    if of.found.reached is None:
        return (
            _(
                "New codes were still coming in the last sources: no saturation (base 4, run 2, threshold 5 %%)."
            )
            % {}
        )
    return _(
        "New codes stopped coming after %(n)s sources, confirmed by 2 more (base 4, run 2, threshold 5 %%)."
    ) % {"n": of.found.reached}


def software(of: Records) -> str:
    """This program."""
    return _("Linkwork %(version)s.") % {"version": of.version} if of.version else _("Linkwork.")


def notes(of: Records) -> str:
    """Conversations noted in the field."""
    count = of.kinds().get("field_conversation", 0)
    if not count:
        return ""
    return ngettext(
        "%(n)s conversation was noted in the field.", "%(n)s conversations were noted in the field.", count
    ) % {"n": count}


def quotations(of: Records) -> str:
    """What may be quoted."""
    if not of.sources:
        return ""
    return _("%(n)s of %(of)s sources may be quoted; each quotation names its source by title.") % {
        "n": of.quotable,
        "of": len(of.sources),
    }


def ethics(of: Records) -> str:
    """The approvals."""
    return " ".join(
        _("Approved by %(body)s (%(reference)s), from %(day)s.")
        % {"body": one.body, "reference": one.reference or "–", "day": date_said(one.first)}
        for one in of.approvals
    )


def question(of: Records) -> str:
    """What the study asks."""
    return " ".join(of.study.questions)


def setting(of: Records) -> str:
    """The programme the study is about."""
    one = of.programme
    return ", ".join(part for part in (one.name, one.host, one.area, one.target_group) if part) + "."


def names_away(of: Records) -> str:
    """Whether names were looked for."""
    seen = sum(one.names_seen for one in of.sources)
    if not seen:
        return ""
    return _("In %(n)s of %(of)s sources names were looked for and replaced by pseudonyms where needed.") % {
        "n": seen,
        "of": len(of.sources),
    }


def approach(of: Records) -> str:
    """The method of analysis."""
    return METHODS[of.method.method.value]() if of.method.method else ""


METHODS = {
    "content_directed": lambda: _("Directed content analysis (Hsieh and Shannon 2005)."),
    "content_conventional": lambda: _("Conventional content analysis (Hsieh and Shannon 2005)."),
    "content_summative": lambda: _("Summative content analysis (Hsieh and Shannon 2005)."),
    "thematic": lambda: _("Thematic analysis (Braun and Clarke 2006)."),
    "framework": lambda: _("Framework method (Gale and others 2013)."),
    "rapid": lambda: _("Rapid analysis (Nevedal and others 2021)."),
}


def _counted(pairs: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {n}" for name, n in pairs)
