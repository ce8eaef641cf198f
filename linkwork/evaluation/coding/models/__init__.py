"""The tables of coding."""

from linkwork.evaluation.coding.models.codings import Coding, CodingCode
from linkwork.evaluation.coding.models.decisions import Decision
from linkwork.evaluation.coding.models.memos import Memo
from linkwork.evaluation.coding.models.rounds import Attempt, Round, RoundCoder, RoundDone, RoundSource
from linkwork.evaluation.coding.models.steps import Step
from linkwork.evaluation.coding.models.texts import EarlierPlace, LostCoding

__all__ = [
    "Attempt",
    "Coding",
    "CodingCode",
    "Decision",
    "EarlierPlace",
    "LostCoding",
    "Memo",
    "Round",
    "RoundCoder",
    "RoundDone",
    "RoundSource",
    "Step",
]
