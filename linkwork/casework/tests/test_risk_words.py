"""Words that may point to harm: found as they stand in five languages, explained by themselves, never guessed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkwork.casework.rules.risk import kinds_of, risk_words
from linkwork.instruments import risk

pytestmark = pytest.mark.rules


@pytest.mark.parametrize(
    ("note", "words", "kind"),
    [
        ("She said she wants to die.", "wants to die", "self_harm"),
        ("He CAN’T  go on like this", "CAN’T  go on", "self_harm"),
        ("Talked about suicidal thoughts", "suicidal", "self_harm"),
        ("Her husband hits\nher on Fridays", "hits\nher", "violence"),
        ("Son takes her money", "takes her money", "abuse"),
        ("Elle dit qu’elle veut mourir", "veut mourir", "self_harm"),
        ("Il a été négligé", "négligé", "neglect"),
        ("Hon är rädd för sin man", "rädd för sin man", "violence"),
        ("Han talade om självmordstankar", "självmordstankar", "self_harm"),
        ("قالت إنه يضربها كل يوم", "يضربها", "violence"),
        ("تحدثت عن العنف في البيت", "العنف", "violence"),
        ("她说不想活了", "不想活", "self_harm"),
        ("丈夫打她", "打她", "violence"),
    ],
)
def test_words_are_found_as_they_stand(note, words, kind):
    [found] = risk_words(note)
    assert (found.words, found.kind) == (words, kind)
    assert note[found.start : found.end] == words


@pytest.mark.parametrize(
    "note",
    [
        "",
        "A good talk about the garden group and her bad knee.",
        "They chatted, hit it off and walked home together.",
        "Nous avons parlé de son fils et du jardin.",
        "Vi pratade om barnens skola och en språkgrupp.",
        "تحدثنا عن الحديقة والأطفال",
        "我们谈到花园和孩子们的学校",
    ],
)
def test_a_plain_note_asks_nothing(note):
    assert risk_words(note) == ()


def test_a_denial_is_found_too():
    assert kinds_of(risk_words("No thoughts of suicide.")) == ("self_harm",)


def test_a_language_narrows_and_an_unknown_one_does_not():
    note = "She wants to die. 她说不想活了"
    assert [found.words for found in risk_words(note, "en")] == ["wants to die"]
    assert len(risk_words(note, "ti")) == 2


def test_overlapping_words_are_named_once():
    found = risk_words("domestic abuse and domestic violence, abuse")
    assert [one.words for one in found] == ["domestic abuse", "domestic violence", "abuse"]
    assert kinds_of(found) == ("violence", "abuse")


@given(st.text(max_size=200))
def test_any_note_can_be_read_and_shows_what_it_found(note):
    for found in risk_words(note):
        assert note[found.start : found.end] == found.words
        assert found.kind in risk.kinds()
    assert risk_words(note) == risk_words(note)


def test_five_languages_name_every_kind():
    assert set(risk.languages()) == {"en", "fr", "sv", "ar", "zh-hans"}
    for language in risk.languages():
        assert {phrase.kind for phrase in risk.phrases(language)} == set(risk.kinds())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"phrases": {"en": {"weather": ["rain"]}}}, "no kind of harm"),
        ({"phrases": {"en": {"abuse": ["*"]}}}, "a phrase is empty"),
        ({"colour": "red"}, "its keys must be"),
    ],
)
def test_a_faulty_file_is_refused(tmp_path, changes, said):
    path = tmp_path / "risk_words.json"
    path.write_text(json.dumps(json.loads(risk.FILE.read_text("utf-8")) | changes), "utf-8")
    with pytest.raises(ValueError, match=said):
        risk.read(path)
