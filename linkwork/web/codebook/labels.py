"""What codebooks are called on screen: kinds of lists, states of codes, methods and their phases, what changed."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linkwork.evaluation.coding.rules.changes import Change, ChangeKind
from linkwork.evaluation.coding.rules.methods import Method
from linkwork.evaluation.coding.rules.own import CodeState, ListKind

LISTS: dict[str, Promise] = {
    "shipped": gettext_lazy("Shipped frame"),
    ListKind.INDUCTIVE: gettext_lazy("Found while reading"),
    ListKind.DEDUCTIVE: gettext_lazy("Set down before reading"),
    ListKind.OWN: gettext_lazy("The study’s own"),
}
STATES: dict[CodeState, Promise] = {
    CodeState.LEFT_OUT: gettext_lazy("left out"),
    CodeState.RETIRED: gettext_lazy("retired"),
    CodeState.MERGED: gettext_lazy("merged"),
}
COLOURS: dict[int, Promise] = {
    1: gettext_lazy("Blue"),
    2: gettext_lazy("Green"),
    3: gettext_lazy("Pink"),
    4: gettext_lazy("Ochre"),
    5: gettext_lazy("Rust"),
    6: gettext_lazy("Teal"),
    7: gettext_lazy("Violet"),
    8: gettext_lazy("Grey"),
}
METHODS: dict[Method, Promise] = {
    Method.THEMATIC: gettext_lazy("Thematic analysis"),
    Method.FRAMEWORK: gettext_lazy("Framework method"),
    Method.RAPID: gettext_lazy("Rapid analysis"),
    Method.DIRECTED: gettext_lazy("Content analysis, directed (by a frame)"),
    Method.CONVENTIONAL: gettext_lazy("Content analysis, conventional (from the texts)"),
    Method.SUMMATIVE: gettext_lazy("Content analysis, summative (by counting words)"),
}
PHASES: dict[str, Promise] = {
    "familiarise": gettext_lazy("Get to know the texts"),
    "generate_codes": gettext_lazy("Make the first codes"),
    "search_themes": gettext_lazy("Look for themes"),
    "review_themes": gettext_lazy("Hold the themes against the texts"),
    "define": gettext_lazy("Define and name them"),
    "write": gettext_lazy("Write it up"),
    "choose_frame": gettext_lazy("Choose the frame"),
    "define_codes": gettext_lazy("Define its codes for this study"),
    "code": gettext_lazy("Code"),
    "extend_frame": gettext_lazy("Add codes for what the frame does not hold"),
    "compare": gettext_lazy("Compare with what the frame expects"),
    "group_codes": gettext_lazy("Group the codes"),
    "choose_words": gettext_lazy("Choose the words"),
    "count": gettext_lazy("Count them"),
    "read_in_context": gettext_lazy("Read them in context"),
    "interpret": gettext_lazy("Interpret"),
    "build_frame": gettext_lazy("Agree on a working frame"),
    "apply_frame": gettext_lazy("Code everything with it"),
    "chart": gettext_lazy("Put it into the matrix"),
    "choose_domains": gettext_lazy("Choose the domains"),
    "try_template": gettext_lazy("Try the template"),
    "summarise": gettext_lazy("Summarise each source"),
}


def change_said(one: Change) -> str:
    """One change as a sentence."""
    return _SENTENCES[one.kind](one)


def _moved(one: Change) -> str:
    values = {"code": one.name, "now": one.now, "was": one.was}
    if not one.now:
        return _("“%(code)s” no longer hangs under “%(was)s”.") % values
    return _("“%(code)s” now hangs under “%(now)s”.") % values


def _mapped(one: Change) -> str:
    if not one.now:
        return _("“%(code)s” is no longer mapped.") % {"code": one.name}
    return _("“%(code)s” is mapped to %(now)s.") % {"code": one.name, "now": one.now}


_SENTENCES: dict[ChangeKind, Callable[[Change], str]] = {
    ChangeKind.FRAME_ADDED: lambda one: _("“%(frame)s” was added.") % {"frame": one.frame},
    ChangeKind.FRAME_GONE: lambda one: _("“%(frame)s” is no longer used.") % {"frame": one.frame},
    ChangeKind.FRAME_RENAMED: lambda one: (
        _("The list “%(was)s” is now called “%(frame)s”.") % {"was": one.was, "frame": one.frame}
    ),
    ChangeKind.FRAME_REVISED: lambda one: (
        _("“%(frame)s” came in another version: %(now)s.") % {"frame": one.frame, "now": one.now}
    ),
    ChangeKind.ADDED: lambda one: _("“%(code)s” was added.") % {"code": one.name},
    ChangeKind.GONE: lambda one: _("“%(code)s” is no longer in the frame.") % {"code": one.name},
    ChangeKind.RENAMED: lambda one: (
        _("“%(was)s” is now called “%(now)s”.") % {"was": one.was, "now": one.now}
    ),
    ChangeKind.REDEFINED: lambda one: _("“%(code)s” was described anew.") % {"code": one.name},
    ChangeKind.MOVED: _moved,
    ChangeKind.RECOLOURED: lambda one: _("“%(code)s” has another colour.") % {"code": one.name},
    ChangeKind.MAPPED: _mapped,
    ChangeKind.MERGED: lambda one: (
        _("“%(code)s” was merged into “%(now)s”.") % {"code": one.name, "now": one.now}
    ),
    ChangeKind.RETIRED: lambda one: _("“%(code)s” was retired.") % {"code": one.name},
    ChangeKind.LEFT_OUT: lambda one: _("“%(code)s” was left out.") % {"code": one.name},
    ChangeKind.BACK: lambda one: _("“%(code)s” is in use again.") % {"code": one.name},
}
