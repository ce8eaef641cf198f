"""Is the language of a text told from the text?"""

import pytest

from linkwork.evaluation.studies.rules import language_of

SAID = {
    "en": "We have no room of our own, and they were not at the meeting when it was held.",
    "fr": "Nous n’avons pas de salle pour nous, et les médecins ne sont pas dans la réunion.",
    "sv": "Vi har inte ett eget rum, och det är svårt för dem som kommer till oss på dagen.",
    "ar": "لا يوجد لدينا غرفة خاصة بنا. الثقة تحتاج إلى وقت.",
    "zh-hans": "信任需要时间。NHS 我们没有自己的房间。",
    "es": "No tenemos una sala para nosotros, pero los médicos que vienen son muy amables con ella.",
    "fa": "ما اتاقی برای خودمان نداریم و پزشکان جدید چیزی نمی‌دانند.",
    "pl": "Nie mamy pokoju i to jest trudne, ale czy to się zmieni, tego nie wie już nikt.",
    "pt": "Não temos uma sala para nós, mas os médicos que vêm são muito bons e ela não foi.",
    "so": "Waa in ay la hadlaan oo ka warqabaan waxaa jira dad aan soo dhaweyn.",
    "tr": "Bizim için bir oda yok ve bu çok zor, ama biz daha iyi olacak.",
    "uk": "У нас немає своєї кімнати, і лікарі про нас не знають.",
    "ur": "ہمارے پاس اپنا کمرہ نہیں ہے اور ڈاکٹروں کو ہمارا پتہ نہیں ہے۔",
}


@pytest.mark.parametrize("language", SAID)
def test_each_language_is_told(language: str) -> None:
    assert language_of(SAID[language] * 3) == language


@pytest.mark.parametrize(("text", "found"), [("12:30, 14.5", "sv"), ("Кто там", "sv"), ("Ek, Berg", "sv")])
def test_where_nothing_tells_it_is_the_usual_one(text: str, found: str) -> None:
    assert language_of(text, usual="sv") == found


def test_names_in_another_script_do_not_turn_a_text() -> None:
    assert language_of(SAID["en"] * 4 + SAID["ar"] + "信任") == "en"
