"""How far do coders agree? Coefficients for any number of coders and missing ratings, plain Python over numpy."""

from linkwork.evaluation.coding.rules.agreed import Agreement, Coefficient, Undefined, Unit
from linkwork.evaluation.coding.rules.agreement.bootstrap import Chance
from linkwork.evaluation.coding.rules.agreement.measure import FORMULAS, agreement, agreements, undefined
from linkwork.evaluation.coding.rules.agreement.percent import shares_given
from linkwork.evaluation.coding.rules.agreement.ratings import (
    Ratings,
    from_counts,
    from_numbers,
    from_rows,
    from_table,
)
from linkwork.evaluation.coding.rules.agreement.unitizing import Pieces, by_code, unitizing

__all__ = [
    "FORMULAS",
    "Agreement",
    "Chance",
    "Coefficient",
    "Pieces",
    "Ratings",
    "Undefined",
    "Unit",
    "agreement",
    "agreements",
    "by_code",
    "from_counts",
    "from_numbers",
    "from_rows",
    "from_table",
    "shares_given",
    "undefined",
    "unitizing",
]
