"""Saturation, and the words of a study."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from linkwork.evaluation.coding import reads
from linkwork.evaluation.coding.reads.wording import MOST_LINES
from linkwork.evaluation.coding.rules.tables.asked import Across
from linkwork.exchange.grids import FORMATS, written
from linkwork.web.shared.frame import page
from linkwork.web.shared.request import Request
from linkwork.web.study.shell import shell
from linkwork.web.tables.labels import FILES
from linkwork.web.tables.presenters import readings as present
from linkwork.web.tables.reading_forms import SaturationForm, WordsForm, saturation_values
from linkwork.web.tables.views.matrices import TAB, file_of


@require_GET
def saturation(request: Request, study_id: UUID) -> HttpResponse:
    """When new codes stopped coming; settings in the address, `as` for a file."""
    book = reads.codebook(request.viewer, study_id)
    asked = SaturationForm(request.GET, book=book).asked()
    found = reads.saturation_of(request.viewer, study_id, asked)
    if "as" in request.GET:
        return file_of(request, present.saturation_grid(found), "saturation")
    kept = saturation_values(asked)
    values = {
        "form": SaturationForm(initial=kept, book=book),
        "sentence": present.sentence(found),
        "by_chance": present.by_chance(found),
        "method": present.source_said(),
        "chart": present.chart(found),
        "titles": found.titles,
        "left_out": found.left_out,
        "files": FILES,
        "query": urlencode(kept),
        "apart": bool(reads.kept_apart(request.viewer, study_id)),
    }
    return page(request, "tables/saturation.html", values | shell(request.viewer, study_id, TAB))


@require_http_methods(["GET", "POST"])
def words(request: Request, study_id: UUID) -> HttpResponse:
    """Words counted, and one of them in its context. A POST asks and writes nothing: words stay out of addresses."""
    sent = request.POST if request.method == "POST" else {}
    form = WordsForm(sent)
    form.is_valid()
    across = Across(form.cleaned_data.get("across") or Across.GROUP)
    questions = bool(form.cleaned_data.get("questions"))
    found = reads.word_counts(
        request.viewer,
        study_id,
        across,
        form.phrases(),
        small=bool(form.cleaned_data.get("small")),
        questions=questions,
        leave_out=(form.cleaned_data.get("leave_out") or "").split(),
    )
    if sent.get("as") in FORMATS:
        data, kind = written(present.words_grid(found), sent["as"])
        answer = HttpResponse(data, content_type=kind.media_type)
        answer.headers["Content-Disposition"] = f'attachment; filename="words.{kind.ending}"'
        return answer
    word = sent.get("word", "")[:200]
    lines = reads.in_context(request.viewer, study_id, word, questions=questions) if word else []
    values = {
        "form": form,
        "table": present.word_table(found),
        "notes": present.word_notes(found),
        "word": word,
        "context": present.context(lines[:MOST_LINES]),
        "more_lines": len(lines) > MOST_LINES,
        "files": FILES,
    }
    return page(request, "tables/words.html", values | shell(request.viewer, study_id, TAB))
