"""The pages of joint displays."""

from linkwork.web.displays.views.judging import judge, judge_anew, open_verdicts
from linkwork.web.displays.views.keeping import freeze, go_on, today
from linkwork.web.displays.views.opening import change, display, home, new
from linkwork.web.displays.views.ordering import begin_rows, order, row_remove, row_restore
from linkwork.web.displays.views.papers import paper
from linkwork.web.displays.views.rows import row, row_new
from linkwork.web.displays.views.wall import wall

__all__ = [
    "begin_rows",
    "change",
    "display",
    "freeze",
    "go_on",
    "home",
    "judge",
    "judge_anew",
    "new",
    "open_verdicts",
    "order",
    "paper",
    "row",
    "row_new",
    "row_remove",
    "row_restore",
    "today",
    "wall",
]
