"""Which items can the records answer, at least in part? The others need somebody who was there."""

from collections.abc import Callable

from linkwork.exchange.checklists import sentences as say
from linkwork.exchange.checklists.records import Records

Sentence = Callable[[Records], str]
CHECKLISTS = ("coreq", "srqr", "gramms", "stari")  # in this order on the page
DRAFTS: dict[str, dict[str, tuple[Sentence, ...]]] = {
    "coreq": {
        "9": (say.approach, say.theory),
        "10": (say.sampling,),
        "12": (say.sample,),
        "14": (say.setting,),
        "16": (say.groups,),
        "20": (say.notes,),
        "22": (say.saturation,),
        "24": (say.coders, say.agreement),
        "25": (say.tree,),
        "26": (say.derivation,),
        "27": (say.software,),
        "29": (say.quotations,),
    },
    "srqr": {
        "4": (say.question,),
        "5": (say.approach, say.theory),
        "7": (say.setting,),
        "8": (say.sampling, say.saturation),
        "9": (say.ethics,),
        "10": (say.sample, say.notes),
        "12": (say.groups,),
        "13": (say.names_away,),
        "14": (say.tree, say.derivation, say.software),
        "15": (say.coders, say.agreement),
        "17": (say.quotations,),
    },
    "gramms": {"3": (say.sampling, say.sample, say.approach, say.theory)},
    "stari": {
        "5s": (say.question,),
        "7s": (say.setting,),
        "14s": (say.sample,),
        "15s": (say.approach, say.theory, say.coders, say.agreement),
        "17s": (say.groups,),
        "27s": (say.ethics,),
    },
}


def drafts(checklist: str, of: Records) -> dict[str, str]:
    """The records' words to each line of a checklist, by its key; lines they say nothing to are left out."""
    made = {
        key: " ".join(part for part in (one(of) for one in asked) if part)
        for key, asked in DRAFTS[checklist].items()
    }
    return {key: text for key, text in made.items() if text}
