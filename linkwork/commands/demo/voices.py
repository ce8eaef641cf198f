"""What the invented people of the demonstration are called and say. Nobody said these sentences."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Voice:
    """One need in somebody's own words, in a language (code), with the term a worker would choose."""

    term: str
    words: str
    language: str = "en"


NAMES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # language: given names, family names
    "en": (
        (
            "Margaret",
            "Alan",
            "Denise",
            "Colin",
            "Sheila",
            "Ray",
            "Joyce",
            "Trevor",
            "Paula",
            "Kenneth",
            "Lorraine",
        ),
        (
            "Entwistle",
            "Hargreave",
            "Booth",
            "Pilling",
            "Ashcroft",
            "Tattersall",
            "Greenlees",
            "Holroyd",
            "Sugden",
        ),
    ),
    "ur": (("Nasreen", "Imran", "Shazia", "Tariq", "Rukhsana"), ("Mirza", "Chaudhry", "Bhatti", "Qureshi")),
    "pl": (("Agnieszka", "Zbigniew", "Małgorzata", "Łukasz"), ("Wójcik", "Zieliński", "Dąbrowska")),
    "ar": (
        ("Rima", "Salma", "Huda", "Yasmin", "Noura", "Samir", "Ibtisam"),
        ("Al-Khatib", "Darwish", "Mansour", "Sabbagh"),
    ),
    "so": (("Fadumo", "Ifrah", "Sagal", "Hibo", "Ayaan"), ("Jama", "Abdi", "Farah", "Guled")),
    "prs": (("Zohra", "Shukria", "Parwin", "Nilofar"), ("Rahimi", "Ahmadi", "Sultani")),
    "ti": (("Selam", "Mehret", "Tsega"), ("Tesfay", "Gebremariam", "Habte")),
    "sv": (("Annika", "Britt", "Sanna"), ("Öberg", "Hedström", "Sjölund")),
    "fr": (
        ("Mélanie", "Véronique", "Karine", "Sébastien", "Josiane", "Maude", "Étienne", "Chantal"),
        ("Lavoie", "Bélanger", "Thibault", "Gélinas", "Côté", "Beaulieu", "Desrosiers"),
    ),
    "ht": (("Guerline", "Widline", "Marie-Ange"), ("Jean-Baptiste", "Toussaint", "Estimé")),
    "es": (("Marisol", "Yolanda", "Andrés"), ("Quiroga", "Benítez", "Salazar")),
}

VOICES: dict[str, tuple[Voice, ...]] = {
    "practices": (
        Voice("company", "Since he died the evenings are the worst. I put the radio on for the voices."),
        Voice("company", "I would like somebody to have a proper cup of tea with, not a committee."),
        Voice("company", "I used to know everybody on this street. Now I know the parcel man."),
        Voice("mood", "I wake at four and go round and round until it gets light."),
        Voice("mood", "I don’t need tablets, I need a reason to get dressed."),
        Voice("mood", "My head is full of bees. I’d like one quiet hour."),
        Voice("moving", "The doctor says walk. I’d walk if I had someone to walk with."),
        Voice("moving", "I want to get down on the floor with my grandson and get up again."),
        Voice("living_with_illness", "Some days the pain decides what I do. I would like it to be me."),
        Voice("living_with_illness", "I was a roofer. Tell me what a roofer does with a bad heart."),
        Voice("money", "I don’t open the brown envelopes any more. There’s a drawer full."),
        Voice("money", "I’m choosing between the meter and the shopping by Thursday."),
        Voice("housing", "The damp’s in the baby’s room and they keep sending a man to look at it."),
        Voice("food", "I can cook for six. I’ve forgotten how to cook for one."),
        Voice("caring", "I love my mum, but I haven’t been out past the bins since March."),
        Voice("loss", "Everyone was kind for three weeks. Then it went very quiet."),
        Voice("work", "I’ve been sending forms into a hole. I’d like one person to write back."),
        Voice(
            "digital",
            "Everything says go online. I’ve got a phone my daughter set up in her language of thumbs.",
        ),
        Voice("transport", "The bus stopped, so the choir stopped."),
        Voice("culture", "I used to paint signs. My hands still know how."),
        Voice(
            "home_help",
            "It’s only a light bulb, but I can’t get up there and I won’t ask the neighbours again.",
        ),
        Voice("health_care", "I come out of the appointment and I couldn’t tell you one thing she said."),
        Voice("language", "میں چاہتی ہوں کہ اسکول میں استانی سے خود بات کر سکوں۔", "ur"),
    ),
    "mothers": (
        Voice("company", "أتمنى أن أعرف أمًّا واحدة هنا.", "ar"),
        Voice("health_care", "لا أعرف إلى أين أذهب عندما يمرض الطفل ليلًا.", "ar"),
        Voice("language", "أريد أن أتكلم مع المعلمة بنفسي، لا عبر ابنتي.", "ar"),
        Voice("pregnancy", "Waan ka baqayaa umusha, cidna ma weydiin karo.", "so"),
        Voice("parenting", "Hooyaday ayaa i caawin jirtay. Halkan waxaan ahay keligay.", "so"),
        Voice("company", "Waxaan rabaa qof aan la sheekaysto.", "so"),
        Voice("childcare", "Jag förstår inte kön till förskolan, bara att vi står sist.", "sv"),
        Voice("work", "Jag var barnmorska hemma. Här får jag inte ens fylla i papperet rätt.", "sv"),
        Voice("mood", "Jag ler på BVC. Sedan gråter jag i hissen.", "sv"),
        Voice("health_care", "They gave me a letter about my baby and I smiled and did not understand it."),
        Voice("company", "I would like to know one other mother here."),
        Voice("housing", "Five of us in one room, and the landlord says be grateful."),
        Voice("child_development", "He is three and he does not speak in any language. Everyone says wait."),
        Voice("safety", "I cannot talk about it at home. Can I talk about it here?"),
        Voice("law", "Everything we do waits for one paper."),
        Voice("money", "I did not know there was money for children. Nobody says it, you must know to ask."),
        Voice("pregnancy", "Nobody asked me what I want for the birth. I would like to be asked."),
        Voice("moving", "I want to learn to swim before my daughters do."),
    ),
    "families": (
        Voice("company", "On est trois dans l’appartement et je suis toute seule quand même.", "fr"),
        Voice("parenting", "Je crie, puis je m’en veux. Je voudrais crier moins.", "fr"),
        Voice("food", "La dernière semaine du mois, je mange ce que les enfants laissent.", "fr"),
        Voice("childcare", "Ça fait deux ans qu’on est sur la liste. Il va avoir fini l’école.", "fr"),
        Voice(
            "child_development",
            "À la garderie ils disent qu’il est différent, mais personne ne dit quoi faire.",
            "fr",
        ),
        Voice("housing", "Le chauffage marche quand le propriétaire est de bonne humeur.", "fr"),
        Voice(
            "mood",
            "J’ai peur d’appeler, parce que si j’appelle ils vont penser que je suis une mauvaise mère.",
            "fr",
        ),
        Voice("transport", "Avec la poussette et deux autobus, j’y vais une fois, pas deux.", "fr"),
        Voice("home_help", "Une laveuse. C’est tout. Une laveuse et je respire.", "fr"),
        Voice("health_care", "On n’a pas de médecin, alors on attend que ce soit grave.", "fr"),
        Voice("moving", "J’aimerais juste aller au parc avec quelqu’un.", "fr"),
        Voice("parenting", "I’m his dad. Every poster has a mum on it."),
        Voice("work", "I could work if somebody had the baby from eight to four."),
        Voice("company", "You’re the first person who came to the door and didn’t have a form."),
        Voice("language", "Quisiera hablar con la maestra sin que mi hijo traduzca.", "es"),
    ),
}

MATTERS: dict[str, tuple[str, ...]] = {
    "practices": (
        "To be useful to somebody again.",
        "My garden, and being here to see the beans come up.",
        "That my daughter stops worrying about me.",
        "Getting back to the bowls club, even if I only keep the score.",
        "One good night’s sleep, then we’ll see.",
        "Staying in my own house.",
    ),
    "mothers": (
        "That my children have friends here.",
        "أن أكون أمًّا وأن أبقى نفسي.",
        "In aan keligay bixi karo.",
        "Att barnen får växa upp utan att vara rädda.",
        "To understand what people say to me.",
    ),
    "families": (
        "Que mes enfants mangent le matin.",
        "Dormir. Puis jouer avec eux sans regarder l’heure.",
        "Qu’on me demande avant de décider.",
        "That the kids grow up knowing their neighbours.",
    ),
}

NOTES: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (  # note, topics, kinds of support
    ("Listened mostly. We wrote down two things to try.", ("getting_to_know", "plan"), ("psychosocial",)),
    ("Went through what there is nearby and chose one together.", ("finding_support",), ("informative",)),
    ("Filled in the form side by side; copy taken home.", ("practical_help", "rights"), ("practical",)),
    ("Rang to ask how the first time went.", ("how_it_went",), ("motivational",)),
    ("A hard week. Talked about what helped last time.", ("feelings",), ("psychosocial", "motivational")),
    ("Explained how appointments and letters work here.", ("health_information", "rights"), ("informative",)),
    (
        "Walked there together and stayed for the first half hour.",
        ("going_along",),
        ("practical", "motivational"),
    ),
    ("Looked at the plan: one thing done, one dropped, one new.", ("plan", "how_it_went"), ("motivational",)),
    ("", ("feelings",), ("psychosocial",)),
)
PLANS = (
    "Go along together the first time, then alone.",
    "Ring on Thursday, when the office answers.",
    "Try it twice before deciding.",
    "Bring the letters next time; open them together.",
)
PROMISES = (
    "Ask how the first visit went",
    "Ring about the form",
    "Remind of the appointment",
    "Send the opening hours",
)
WANTS = (
    "Comes in often; mostly lonely since the spring. Would like somebody to talk things through with.",
    "Worried about money and it is making her ill. Has agreed to a call in the afternoons.",
    "New in the area with small children, knows nobody yet.",
    "Would like to be more active after the operation, does not want a gym.",
    "",
)
