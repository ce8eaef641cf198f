"""Does a project come back as it went, valid by the standard's own schema, and does nothing vanish in silence?"""

import io
import zipfile
from dataclasses import replace

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from linkwork.core.errors import Refused
from linkwork.exchange.refi_qda.archive import pack
from linkwork.exchange.refi_qda.line_ends import LineEnds
from linkwork.exchange.refi_qda.reading import read_qdc, read_qdpx
from linkwork.exchange.refi_qda.shapes import Passage, Project, Text
from linkwork.exchange.refi_qda.tests.samples import PASSAGES, PROJECT, number
from linkwork.exchange.refi_qda.writing import codebook_xml, project_xml, qdpx
from linkwork.testing.shared import shared_path

pytestmark = pytest.mark.rules


def valid(kind: str, xml: bytes) -> None:
    """Raise where the standard's schema refuses it; skip where the schema is not at hand."""
    xmlschema.XMLSchema(shared_path(f"data/schemas/refi-qda/{kind}.xsd")).validate(io.BytesIO(xml))


def project_of(inner: str, *sources: tuple[str, bytes], origin: str = "") -> bytes:
    """A `.qdpx` as another program might write it."""
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0" name="x" origin="{origin}">{inner}</Project>'
    return pack(xml.encode(), sources)


def text_source(selections: str = "", path: str = "internal://a.txt") -> str:
    source = f'<TextSource guid="{number(1)}" name="t" plainTextPath="{path}">{selections}</TextSource>'
    return f"<Sources>{source}</Sources>"


def selection(start: int, end: int, extra: str = "", guid: int = 2) -> str:
    return f'<PlainTextSelection guid="{number(guid)}" startPosition="{start}" endPosition="{end}" {extra}/>'


def only_text(data: bytes) -> Text:
    (text,) = read_qdpx(data, "a.qdpx")[0].texts
    return text


def losses(data: bytes) -> dict[str, int]:
    return {what: count for what, _why, count in read_qdpx(data, "a.qdpx")[1].lines()}


def test_there_and_back_is_the_same():
    project, loss = read_qdpx(qdpx(PROJECT), "a.qdpx")
    assert project == PROJECT
    assert loss.lines() == []


def test_the_same_project_gives_the_same_bytes():
    assert qdpx(PROJECT) == qdpx(PROJECT)


def test_the_project_is_valid():
    valid("Project", project_xml(PROJECT))


def test_a_project_of_nothing_is_valid():
    valid("Project", project_xml(Project("empty")))


def test_the_codebook_is_valid_and_comes_back():
    xml = codebook_xml(PROJECT.codes, PROJECT.sets)
    valid("Codebook", xml)
    assert read_qdc(xml, "a.qdc") == (PROJECT.codes, PROJECT.sets)


def test_a_codebook_of_nothing_is_refused():
    with pytest.raises(ValueError, match="needs a code"):
        codebook_xml([])


def test_no_place_on_this_machine_is_written():
    assert b"/" not in b"".join(
        name.encode()
        for name in zipfile.ZipFile(io.BytesIO(qdpx(PROJECT))).namelist()
        if "sources/" not in name
    )
    assert b"basePath" not in project_xml(PROJECT)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r", exclude_categories=["Cc", "Cs"]), min_size=1
)


@given(TEXTS, st.data())
def test_any_text_keeps_its_passages(words, data):
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    passage = PASSAGES[1]._replace(start=start, end=end)
    project = replace(PROJECT, texts=(Text(number(71), "t", words, (passage,)),))
    text = only_text(qdpx(project))
    assert text.text[text.passages[0].start : text.passages[0].end] == words[start:end]


CRLF = b"One\r\ntwo\r\nthree"


@pytest.mark.parametrize(("origin", "start"), [("NVivo 15", 10), ("ATLAS.ti 26", 8), ("", 10)])
def test_line_ends_of_two_characters_are_counted_as_their_program_does(origin, start):
    text = only_text(project_of(text_source(selection(start, start + 5)), ("a.txt", CRLF), origin=origin))
    (passage,) = text.passages
    assert text.text == "One\ntwo\nthree"
    assert text.text[passage.start : passage.end] == "three"


def test_the_words_of_a_passage_outweigh_the_programs_habit():
    said = selection(8, 13, 'name="three"')
    text = only_text(project_of(text_source(said), ("a.txt", CRLF), origin="NVivo"))
    assert (text.passages[0].start, text.passages[0].end) == (8, 13)


@given(st.text(st.sampled_from("ab\r\n")), st.data())
def test_moving_a_position_finds_the_same_letter(raw, data):
    ends = LineEnds(raw)
    at = data.draw(st.integers(0, len(raw)))
    slow = len(raw[:at].replace("\r\n", "\n")) - (raw[at - 1 : at + 1] == "\r\n")
    assert ends.moved(at, counted_as_two=True) == slow


def test_a_byte_order_mark_is_no_letter():
    text = only_text(project_of(text_source(selection(0, 1)), ("a.txt", b"\xef\xbb\xbfTrust")))
    assert text.text == "Trust"


def test_text_of_an_old_code_page_is_read():
    assert only_text(project_of(text_source(), ("a.txt", "café".encode("cp1252")))).text == "café"


@pytest.mark.parametrize("path", ["a.txt", "internal://A.TXT", "internal://Sources/a.txt"])
def test_paths_are_read_as_programs_write_them(path):
    assert only_text(project_of(text_source(path=path), ("a.txt", b"x"))).text == "x"


def test_a_folder_of_another_case_is_found():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("Trial.QDE", f'<Project name="x">{text_source()}</Project>')
        packed.writestr("Sources/A.txt", "x")
    assert only_text(data.getvalue()).text == "x"


def test_text_inside_the_project_is_read():
    inner = f'<Sources><TextSource guid="{number(1)}"><PlainTextContent>a b</PlainTextContent></TextSource></Sources>'
    assert only_text(project_of(inner)).text == "a b"


@pytest.mark.parametrize(("start", "end"), [(2, 2), (3, 1), (0, 99), (-1, 2)])
def test_a_passage_that_is_none_is_named(start, end):
    assert losses(project_of(text_source(selection(start, end)), ("a.txt", b"Trust"))) == {
        "PlainTextSelection": 1
    }


def test_a_text_that_is_not_there_is_named():
    assert losses(project_of(text_source(path="relative:///elsewhere.txt"))) == {"TextSource": 1}


def test_other_media_are_named_and_their_text_is_kept():
    guids = [number(n) for n in range(20, 30)]
    inner = (
        f'<Sources><PDFSource guid="{guids[0]}" name="p"><PDFSelection guid="{guids[1]}"/>'
        f'<Representation guid="{guids[2]}" plainTextPath="internal://a.txt">{selection(0, 5)}</Representation>'
        f'</PDFSource><PDFSource guid="{guids[3]}"/><PictureSource guid="{guids[4]}"/>'
        f'<VideoSource guid="{guids[5]}" name="v"><Transcript guid="{guids[6]}">'
        f"<PlainTextContent>said</PlainTextContent><TranscriptSelection/></Transcript></VideoSource>"
        f'<Hologram guid="{guids[7]}"/></Sources><Graphs><Graph guid="{guids[8]}"/></Graphs>'
    )
    data = project_of(inner, ("a.txt", b"Trust"))
    project, _loss = read_qdpx(data, "a.qdpx")
    assert [(one.guid, one.name, one.text) for one in project.texts] == [
        (guids[0], "p", "Trust"),
        (guids[6], "v", "said"),
    ]
    assert losses(data) == {
        "PDFSelection": 1,
        "PDFSource": 1,
        "PictureSource": 1,
        "VideoSource": 1,
        "TranscriptSelection": 1,
        "Hologram": 1,
        "Graph": 1,
    }


def test_notes_that_hang_on_a_passage_by_a_link_are_followed():
    links = (
        f'<Links><Link guid="{number(8)}" originGUID="{number(2)}" targetGUID="{number(9)}"/>'
        f'<Link guid="{number(7)}" originGUID="{number(9)}" targetGUID="{number(1)}"/></Links>'
    )
    note = f'<Notes><Note guid="{number(9)}"><Description>hm</Description></Note></Notes>'
    data = project_of(text_source(selection(0, 5)) + note + links, ("a.txt", b"Trust"))
    assert only_text(data).passages[0].notes == (number(9),)
    assert losses(data) == {"Link": 1}


def test_a_coding_with_a_case_puts_the_passage_into_the_case():
    coding = f'<Coding guid="{number(5)}"><CodeRef targetGUID="{number(6)}"/></Coding>'
    inner = f'<PlainTextSelection guid="{number(2)}" startPosition="0" endPosition="5">{coding}</PlainTextSelection>'
    cases = f'<Cases><Case guid="{number(6)}" name="North"/></Cases>'
    project, _loss = read_qdpx(project_of(cases + text_source(inner + coding), ("a.txt", b"Trust")), "a.qdpx")
    assert (project.cases[0].passages, project.cases[0].sources) == ((number(2),), (number(1),))
    assert project.texts[0].passages[0].marks == project.texts[0].marks == ()


def test_sets_of_other_things_are_named():
    inner = f'<Sets><Set guid="{number(1)}" name="s"><MemberSource targetGUID="{number(2)}"/></Set></Sets>'
    assert losses(project_of(inner)) == {"MemberSource": 1}


def test_a_moment_without_a_time_zone_is_taken_as_universal():
    extra = 'creationDateTime="2026-03-04T09:30:00"'
    (passage,) = only_text(project_of(text_source(selection(0, 5, extra)), ("a.txt", b"Trust"))).passages
    assert passage.at is not None
    assert passage.at.isoformat() == "2026-03-04T09:30:00+00:00"


def bomb() -> bytes:
    return pack(b"<Project/>", [("a.txt", b"0" * (5 * 1024 * 1024))])


def outside() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("../a.qde", "<Project/>")
    return data.getvalue()


def without_project() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("readme.txt", "x")
    return data.getvalue()


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><Project name="&b;"/>'
HOSTILE = {
    "no whole ZIP": b"hello",
    "far more than it is": bomb(),
    "leads outside": outside(),
    "holds no project": without_project(),
    "document type": pack(LAUGHS, []),
    "not XML: line 1": pack(b"<Project", []),
    "nested too deeply": pack(b"<Project>" + b"<a>" * 300 + b"</a>" * 300 + b"</Project>", []),
    "is no project": pack(b"<CodeBook/>", []),
    "no GUID": project_of('<Users><User guid="me"/></Users>'),
}


@pytest.mark.parametrize("reason", HOSTILE)
def test_hostile_and_broken_files_are_refused_in_words(reason):
    with pytest.raises(Refused, match=reason):
        read_qdpx(HOSTILE[reason], "a.qdpx")


def test_a_project_is_no_codebook():
    with pytest.raises(Refused, match="no codebook"):
        read_qdc(b"<Project/>", "a.qdc")


def test_a_passage_needs_no_mark():
    assert Passage(number(1), 0, 1).marks == ()


def test_what_xml_cannot_hold_is_left_out_and_the_rest_comes_back():
    said = 'a\x0bb\x1f & <i>"q"</i>\tc\nd\re\ud83d 🙂'
    project = Project(said, origin=said, description=said)
    found, _loss = read_qdpx(qdpx(project), "a.qdpx")
    kept = 'ab & <i>"q"</i>\tc\nd\re 🙂'
    assert (found.name, found.origin, found.description) == (kept, kept, kept)
    valid("Project", project_xml(project))
