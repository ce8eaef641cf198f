"""What the self-assessment asks, and what it needs to put the advice in order on the reader's own device."""

import json
from dataclasses import dataclass
from functools import cache

from linkwork.evaluation.toolkit.rules.indexes import barriers_of, work_of
from linkwork.evaluation.toolkit.rules.site import Site
from linkwork.exchange.site.languages import speaking
from linkwork.exchange.words import words
from linkwork.instruments import frames

DATA = "assess-data.js"
FRAME, ABOUT = "nomad", "[intervention]"


@dataclass(frozen=True)
class Item:
    """One item of the NoMAD in its published English words. `reverse`: agreeing is a bad sign."""

    id: str
    text: str
    reverse: bool


@dataclass(frozen=True)
class Part:
    """One kind of work and its items; "general" is answered from 0 to 10, every other from 1 to 5."""

    id: str
    name: str
    items: tuple[Item, ...]

    @property
    def general(self) -> bool:
        """Of how normal the work has become, no kind of work: it does not order the advice."""
        return self.id == "general"


@cache
def questions(about: str = "link work") -> tuple[Part, ...]:
    """The instrument with what it is asked about put in. Published under CC BY 4.0; see the frame file."""
    frame = frames.frame(FRAME)
    return tuple(
        Part(
            top.id,
            top.name,
            tuple(
                Item(one.id, one.definition.replace(ABOUT, about), bool(one.extra.get("reverse")))
                for one in frame.constructs
                if one.parent == top.id
            ),
        )
        for top in frame.domains
    )


def citation() -> str:
    """How the instrument is cited."""
    return frames.frame(FRAME).citation


def data(site: Site, code: str) -> bytes:
    """A script that leaves the advice and the instrument for `assess.js`."""
    with speaking(code):
        said = words()
    advice = [
        {
            "path": one.path,
            "title": one.titles.get(code, one.title),
            "lang": code if code in one.titles else one.language,
            "stage": one.stage,
            "audience": one.audience,
            "settings": list(one.settings),
            "barriers": [key for key, _name in barriers_of(one)],
            "work": list(work_of(one)),
            "opinion": not one.findings,
            "about": f"{said['stage'][one.stage]} · {said['audience'][one.audience]}",
        }
        for one in site.advice
    ]
    parts = {
        part.id: {
            "items": [item.id for item in part.items],
            "reverse": [item.id for item in part.items if item.reverse],
        }
        for part in questions()
    }
    text = json.dumps({"advice": advice, "parts": parts}, ensure_ascii=False, separators=(",", ":"))
    return f"self.toolkitAssessment = {text};\n".encode()
