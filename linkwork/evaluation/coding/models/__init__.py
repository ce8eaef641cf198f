"""The tables of coding."""

from linkwork.evaluation.coding.models.codings import Coding, CodingCode
from linkwork.evaluation.coding.models.memos import Memo
from linkwork.evaluation.coding.models.steps import Step
from linkwork.evaluation.coding.models.texts import EarlierPlace, LostCoding

__all__ = ["Coding", "CodingCode", "EarlierPlace", "LostCoding", "Memo", "Step"]
