"""A project from its XML and sources, and what of it we do not carry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from linkwork.core.errors import Refused
from linkwork.exchange.refi_qda.archive import Archive, open_archive
from linkwork.exchange.refi_qda.elements import (
    beyond,
    case_of,
    codes_of,
    guid_of,
    inside,
    marks_of,
    moment_of,
    passage_of,
    set_of,
    targets_of,
    user_of,
    values_of,
    variable_of,
    words_of,
)
from linkwork.exchange.refi_qda.line_ends import LineEnds
from linkwork.exchange.refi_qda.shapes import (
    Case,
    Code,
    CodeSet,
    Loss,
    Mark,
    Note,
    Passage,
    Project,
    Text,
    User,
)
from linkwork.exchange.safe_xml import parse

# Programs whose files count a line end of two characters as one.
COUNT_AS_ONE = ("atlas",)
OTHER_MEDIA = {"PictureSource", "AudioSource", "VideoSource"}


def read_qdpx(data: bytes, name: str) -> tuple[Project, Loss]:
    """The project of a `.qdpx` and what was not carried. Raises Refused with what to do."""
    archive = open_archive(data, name)
    passages: dict[Element, list[Passage]] = defaultdict(list)

    def keep(parent: Element, one: Element) -> None:
        passages[parent].append(passage_of(one))

    return _Reader(archive, parse(archive.project, name, {"PlainTextSelection": keep}), passages).project()


def read_qdc(data: bytes, name: str) -> tuple[tuple[Code, ...], tuple[CodeSet, ...]]:
    """The codes and sets of a `.qdc`. Raises Refused for what is no codebook."""
    root = parse(data, name)
    if root.tag != "CodeBook":
        raise Refused(
            _("%(file)s is no codebook: its first element is %(found)s.") % {"file": name, "found": root.tag}
        )
    return codes_of(root), tuple(set_of(one, Loss()) for one in inside(root, "Sets"))


class _Reader:
    """`passages`: those that were read already, by the element they stand in, their places as the file has them."""

    def __init__(
        self, archive: Archive, root: Element, passages: Mapping[Element, Sequence[Passage]]
    ) -> None:
        if root.tag != "Project":
            words = _("%(file)s is no project: its first element is %(found)s.")
            raise Refused(words % {"file": archive.name, "found": root.tag})
        self.archive, self.root, self.passages, self.loss = archive, root, passages, Loss()
        origin = root.get("origin", "").casefold()
        self.two = not origin.startswith(COUNT_AS_ONE)

    def project(self) -> tuple[Project, Loss]:
        """Everything, in the order of the file."""
        root = self.root
        book = root.find("CodeBook")
        cases = [case_of(one) for one in inside(root, "Cases")]
        texts = [text for one in inside(root, "Sources") for text in self._sources(one)]
        notes = [self._note(one) for one in inside(root, "Notes")]
        texts = _with_linked_notes(texts, {one.guid for one in notes}, inside(root, "Links"), self.loss)
        texts, cases = _cases_apart(texts, cases)
        for _graph in inside(root, "Graphs"):
            self.loss.add("Graph", _("drawings are not kept"))
        return (
            Project(
                name=root.get("name", "") or self.archive.name,
                origin=root.get("origin", ""),
                users=tuple(User(guid_of(one), one.get("name", "")) for one in inside(root, "Users")),
                codes=codes_of(book) if book is not None else (),
                variables=tuple(variable_of(one) for one in inside(root, "Variables")),
                cases=tuple(cases),
                texts=tuple(texts),
                notes=tuple(notes),
                sets=tuple(set_of(one, self.loss) for one in inside(root, "Sets")),
                description=words_of(root),
            ),
            self.loss,
        )

    def _sources(self, source: Element) -> Iterator[Text]:
        """The text of a source: its own, that of its representation, or its transcripts."""
        if source.tag == "TextSource":
            yield from self._text(source, source)
        elif source.tag == "PDFSource":
            for _one in source.findall("PDFSelection"):
                self.loss.add("PDFSelection", _("passages marked on the page itself, not in its text"))
            inner = source.find("Representation")
            if inner is None:
                self.loss.add("PDFSource", _("it has no text beside the pages"))
            else:
                yield from self._text(inner, source)
        elif source.tag in OTHER_MEDIA:
            self.loss.add(source.tag, _("pictures, sound and film are not kept; transcripts are"))
            for inner in source.findall("Transcript"):
                for _one in inner.findall("TranscriptSelection"):
                    self.loss.add(
                        "TranscriptSelection", _("passages marked by time, not by place in the text")
                    )
                yield from self._text(inner, source)
        else:
            self.loss.add(source.tag, _("a kind of source the standard does not know"))

    def _text(self, element: Element, source: Element) -> Iterator[Text]:
        raw = self._words_of(element)
        if raw is None:
            self.loss.add(element.tag, _("its text is not in the file"))
            return
        ends = LineEnds(raw)
        guid = guid_of(element) if element.tag == "Transcript" else guid_of(source)
        yield Text(
            guid=guid,
            name=source.get("name", "") or element.get("name", ""),
            text=ends.text,
            passages=tuple(self._passages(element, ends)),
            marks=tuple(marks_of([*element.findall("Coding"), *beyond(element, source, "Coding")])),
            values=tuple(
                values_of([*element.findall("VariableValue"), *beyond(element, source, "VariableValue")])
            ),
            notes=tuple(targets_of(element, "NoteRef")),
            description=words_of(source),
        )

    def _words_of(self, element: Element) -> str | None:
        inline = element.find("PlainTextContent")
        if inline is not None:
            return inline.text or ""
        path = element.get("plainTextPath", "")
        found = self.archive.source(path) if path else None
        if found is None:
            return None
        try:
            return found.decode("utf-8-sig")
        except UnicodeDecodeError:
            return found.decode("cp1252", errors="replace")

    def _passages(self, element: Element, ends: LineEnds) -> Iterator[Passage]:
        found = self.passages.get(element, ())
        two = not ends.is_plain and ends.counted_as_two(((p.start, p.end, p.name) for p in found), self.two)
        for one in found:
            if two:
                start, end = (ends.moved(place, counted_as_two=True) for place in (one.start, one.end))
                one = one._replace(start=start, end=end)
            if 0 <= one.start < one.end <= len(ends.text):
                yield one
            else:
                self.loss.add("PlainTextSelection", _("empty, or beyond the end of its text"))

    def _note(self, element: Element) -> Note:
        text = LineEnds(self._words_of(element) or words_of(element)).text
        return Note(guid_of(element), element.get("name", ""), text, user_of(element), moment_of(element))


def _with_linked_notes(texts: list[Text], notes: set[UUID], links: list[Element], loss: Loss) -> list[Text]:
    """Notes that hang on a passage by a link (as NVivo's annotations do) hang on it directly."""
    passages = {one.guid for text in texts for one in text.passages} if links else set()
    linked: dict[UUID, list[UUID]] = {}
    for link in links:
        origin, target = guid_of(link, "originGUID"), guid_of(link, "targetGUID")
        if origin in passages and target in notes:
            linked.setdefault(origin, []).append(target)
        else:
            loss.add("Link", _("only links from a passage to a note are kept"))
    if not linked:
        return texts

    def with_notes(one: Passage) -> Passage:
        return one._replace(notes=(*one.notes, *linked.get(one.guid, ())))

    return [replace(text, passages=tuple(with_notes(one) for one in text.passages)) for text in texts]


def _cases_apart(texts: list[Text], cases: list[Case]) -> tuple[list[Text], list[Case]]:
    """Codings whose code is a case (as NVivo writes them) put the passage or the source into the case."""
    known = {case.guid: case for case in cases}
    if not any(mark.code in known for text in texts for mark in _marks_in(text)):
        return texts, cases
    passages_of: dict[UUID, list[UUID]] = defaultdict(list)
    sources_of: dict[UUID, list[UUID]] = defaultdict(list)
    made = []
    for text in texts:
        for mark in text.marks:
            if mark.code in known:
                sources_of[mark.code].append(text.guid)
        for one in text.passages:
            for mark in one.marks:
                if mark.code in known:
                    passages_of[mark.code].append(one.guid)
        marks = tuple(mark for mark in text.marks if mark.code not in known)
        passages = tuple(
            one._replace(marks=tuple(mark for mark in one.marks if mark.code not in known))
            for one in text.passages
        )
        made.append(replace(text, passages=passages, marks=marks))
    return made, [
        replace(
            case,
            passages=(*case.passages, *passages_of[case.guid]),
            sources=(*case.sources, *sources_of[case.guid]),
        )
        for case in known.values()
    ]


def _marks_in(text: Text) -> Iterator[Mark]:
    yield from text.marks
    for one in text.passages:
        yield from one.marks
