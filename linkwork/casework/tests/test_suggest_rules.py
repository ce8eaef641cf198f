"""What is suggested from plain notes, in five languages: found as written, explained, never guessed."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkwork.casework.rules.suggest import language_of, suggest
from linkwork.core.errors import NotFound
from linkwork.instruments import suggest as words

THURSDAY = dt.date(2026, 3, 12)
LEXICONS = {name: words.lexicon(name) for name in words.languages()}


def said(note, language="en", today=THURSDAY):
    """(field, value) of everything suggested, in order."""
    return [(one.field, one.value) for one in suggest(note, LEXICONS[language], today)]


NOTES = {
    "en": (
        "Called Maryam, 20 min. She feels low and cried. Explained how the food bank works. "
        "Writing up took a quarter of an hour. Call again next Tuesday.",
        {
            ("mode", "phone"),
            ("minutes", "20"),
            ("minutes_admin", "15"),
            ("topics", "feelings"),
            ("support_types", "informative"),
            ("need", "food"),
            ("need", "mood"),
            ("education", "yes"),
            ("follow_up_on", "2026-03-17"),
        },
    ),
    "fr": (
        "Visite à domicile, une demi-heure. Trajet 30 min. Elle se sent seule. Rempli le dossier. "
        "Je n’ai pas parlé du plan. La rappeler dans deux semaines.",
        {
            ("mode", "met"),
            ("minutes", "30"),
            ("minutes_travel", "30"),
            ("topics", "practical_help"),
            ("topics", "feelings"),
            ("support_types", "practical"),
            ("need", "company"),
            ("follow_up_on", "2026-03-26"),
        },
    ),
    "sv": (
        "Följde med henne till vårdcentralen, en timme. Buss 40 min. Pratade på arabiska med tolk. "
        "Pratade inte om planen. Ringer igen på tisdag.",
        {
            ("mode", "accompanied"),
            ("minutes", "60"),
            ("minutes_travel", "40"),
            ("language", "ar"),
            ("interpreter", "yes"),
            ("topics", "going_along"),
            ("support_types", "practical"),
            ("need", "health_care"),
            ("accompanied_to", "vårdcentralen"),
            ("follow_up_on", "2026-03-17"),
        },
    ),
    "ar": (
        "اتصلت بمريم لمدة 20 دقيقة. كانت حزينة ووحيدة. شرحت لها كيف تسجل في الروضة. لم نتحدث عن الخطة. "
        "سأتصل بها يوم الثلاثاء القادم.",
        {
            ("mode", "phone"),
            ("minutes", "20"),
            ("topics", "feelings"),
            ("support_types", "informative"),
            ("need", "company"),
            ("need", "childcare"),
            ("education", "yes"),
            ("follow_up_on", "2026-03-17"),
        },
    ),
    "zh-hans": (
        "今天家访，半小时，路上40分钟。她哭了，很孤独。没有谈计划。帮她填表。下周二再打电话。",
        {
            ("mode", "met"),
            ("minutes", "30"),
            ("minutes_travel", "40"),
            ("topics", "feelings"),
            ("topics", "practical_help"),
            ("support_types", "practical"),
            ("need", "company"),
            ("follow_up_on", "2026-03-17"),
        },
    ),
}


@pytest.mark.parametrize("language", NOTES)
def test_a_true_note_suggests_what_it_says_and_nothing_else(language):
    note, expected = NOTES[language]
    assert language_of(note, LEXICONS, "en") == language
    assert set(said(note, language)) == expected


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Weather was nice and the garden is in flower."),
        ("en", ""),
        ("en", " \n.\n"),
        ("fr", "Il fait beau, le jardin est en fleurs."),
        ("sv", "Det var fint väder och solen sken."),
        ("ar", "كان الطقس جميلا اليوم."),
        ("zh-hans", "天气很好，阳光明媚。"),
    ],
)
def test_a_note_that_says_nothing_of_it_suggests_nothing(language, note):
    assert said(note, language) == []


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "We did not talk about the plan."),
        ("en", "She never cried."),
        ("fr", "Nous n’avons pas parlé du plan."),
        ("sv", "Vi pratade inte om planen."),
        ("sv", "Hon grät inte."),
        ("ar", "لم نتحدث عن الخطة."),
        ("zh-hans", "没有谈计划。"),
    ],
)
def test_what_did_not_happen_is_not_suggested(language, note):
    assert said(note, language) == []


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("half an hour", ("minutes", "30")),
        ("an hour and a half", ("minutes", "90")),
        ("1h20", ("minutes", "80")),
        ("1 hour 20 min", ("minutes", "80")),
        ("1.5 hours", ("minutes", "90")),
        ("twenty-five minutes", ("minutes", "25")),
        ("drove 40 min", ("minutes_travel", "40")),
        ("Paperwork, 15 mins", None),
        ("15 mins of paperwork", ("minutes_admin", "15")),
    ],
)
def test_lengths(note, expected):
    found = said(note)
    assert found == ([expected] if expected else [("minutes", "15")])


def test_three_lengths_in_one_breath():
    assert said("40 min with the two of them and 20 min drive and 5 min paperwork") == [
        ("minutes", "40"),
        ("minutes_travel", "20"),
        ("minutes_admin", "5"),
    ]


@pytest.mark.parametrize("note", ["Starts at 9 h", "She is 20", "14 hours", "0 min", "2000 min", "room 3.15"])
def test_what_is_no_length(note):
    assert said(note) == []


def test_a_time_of_day_is_no_length():
    assert said("Rendez-vous à 14h, puis vers 9h", "fr") == []


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Call back tomorrow", "2026-03-13"),
        ("Will call the day after tomorrow", "2026-03-14"),
        ("Will meet on Friday", "2026-03-13"),
        ("Will meet on Thursday", "2026-03-19"),
        ("Will meet next Friday", "2026-03-20"),
        ("Follow up in 10 days", "2026-03-22"),
        ("Follow up in three weeks", "2026-04-02"),
        ("Follow up next week", "2026-03-19"),
        ("Next visit 2026-04-01", "2026-04-01"),
        ("Next visit 1/4", "2026-04-01"),
        ("Next visit 1/4/2026", "2026-04-01"),
        ("Next visit on 1 April", "2026-04-01"),
        ("Next visit on the 1st of April", "2026-04-01"),
        ("Next visit April 1", "2026-04-01"),
        ("Next visit on 3 January", "2027-01-03"),
        ("Next visit on 3 March", None),
        ("Next visit 31/2", None),
        ("Next visit 1/4/2020", None),
        ("Met her again on Tuesday", None),
        ("Her birthday is tomorrow", None),
        ("Will not call again tomorrow", None),
    ],
)
def test_the_day_of_the_next_time(note, day):
    found = dict(said(note))
    assert found.get("follow_up_on") == day


def test_far_apart_only_the_day_is_shown():
    [one] = suggest("Will call " + "and so on " * 20 + "tomorrow", LEXICONS["en"], THURSDAY)
    assert one.evidence == "tomorrow"


def test_what_is_to_come_has_not_happened_yet():
    assert said("Texted her. Will call in the group next Tuesday") == [
        ("mode", "message"),
        ("follow_up_on", "2026-03-17"),
    ]


def test_nobody_answered():
    assert said("Called, no answer.") == [("mode", "phone"), ("nobody", "yes")]
    assert ("nobody", "yes") not in said("No answer at first. Then 20 min on the phone.")


def test_where_they_went_along_to():
    [one] = [
        one
        for one in suggest("Went with her to the dentist on Elm Street and waited.", LEXICONS["en"], THURSDAY)
        if one.field == "accompanied_to"
    ]
    assert (one.value, one.evidence) == (
        "the dentist on Elm Street",
        "Went with her to the dentist on Elm Street",
    )
    assert "accompanied_to" not in dict(said("Went with her to. Nothing more"))


def test_the_language_of_a_note():
    assert language_of("Met, 20 min", LEXICONS, "sv") == "sv"
    assert language_of("", LEXICONS, "fr") == "fr"
    assert language_of("Hon och han är på väg", LEXICONS, "en") == "sv"
    assert language_of("Met 李 today with the others", LEXICONS, "en") == "en"


def test_there_are_no_words_for_a_language_without_a_file():
    with pytest.raises(NotFound):
        words.lexicon("xx")


PIECES = sorted(
    {
        piece
        for lexicon in LEXICONS.values()
        for by_value in lexicon.phrases.values()
        for found in by_value.values()
        for piece in found[:2]
    }
)
SCRAPS = st.lists(
    st.one_of(
        st.sampled_from(PIECES),
        st.sampled_from(
            ["20 min", "1h", "\n", ".", "next Tuesday", "not ", "31/2", "٢٠ دقيقة", "ﬁ", "İ", "á", "½ h"]
        ),
        st.text(max_size=8),
    ),
    max_size=12,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(note=SCRAPS, language=st.sampled_from(sorted(LEXICONS)), today=st.dates(max_value=dt.date(9000, 1, 1)))
def test_whatever_is_written_the_evidence_stands_in_it(note, language, today):
    found = suggest(note, LEXICONS[language], today)
    assert found == suggest(note, LEXICONS[language], today)
    assert language_of(note, LEXICONS, language) in LEXICONS
    for one in found:
        assert one.evidence
        assert note[one.start : one.end] == one.evidence
    fields = [one.field for one in found if one.field not in ("topics", "support_types", "need")]
    assert len(fields) == len(set(fields))
    assert len({(one.field, one.value) for one in found}) == len(found)
