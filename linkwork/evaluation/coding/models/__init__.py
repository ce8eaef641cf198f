"""The tables of coding, a file per noun. Only this room imports them."""

from linkwork.evaluation.coding.models.agreements import AgreementRecord
from linkwork.evaluation.coding.models.codebook import (
    CodeList,
    CodeMapping,
    Merge,
    MergedCoding,
    OwnCode,
    StudyFrame,
)
from linkwork.evaluation.coding.models.codings import Coding, CodingCode
from linkwork.evaluation.coding.models.decisions import Decision
from linkwork.evaluation.coding.models.matrices import CellSummary, MatrixTheme, WrittenMatrix
from linkwork.evaluation.coding.models.memos import Memo
from linkwork.evaluation.coding.models.methods import MethodPhase, StudyMethod
from linkwork.evaluation.coding.models.outside import OutsideId
from linkwork.evaluation.coding.models.ratings import (
    Rating,
    RatingCase,
    RatingRater,
    RatingRuling,
    RatingSheet,
)
from linkwork.evaluation.coding.models.rounds import Attempt, Round, RoundCoder, RoundDone, RoundSource
from linkwork.evaluation.coding.models.steps import Step
from linkwork.evaluation.coding.models.tables import SavedTable
from linkwork.evaluation.coding.models.texts import EarlierPlace, LostCoding
from linkwork.evaluation.coding.models.versions import CodebookVersion

__all__ = [
    "AgreementRecord",
    "Attempt",
    "CellSummary",
    "CodeList",
    "CodeMapping",
    "CodebookVersion",
    "Coding",
    "CodingCode",
    "Decision",
    "EarlierPlace",
    "LostCoding",
    "MatrixTheme",
    "Memo",
    "Merge",
    "MergedCoding",
    "MethodPhase",
    "OutsideId",
    "OwnCode",
    "Rating",
    "RatingCase",
    "RatingRater",
    "RatingRuling",
    "RatingSheet",
    "Round",
    "RoundCoder",
    "RoundDone",
    "RoundSource",
    "SavedTable",
    "Step",
    "StudyFrame",
    "StudyMethod",
    "WrittenMatrix",
]
