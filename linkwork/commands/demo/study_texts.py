"""The interviews and documents of the demonstration. All of it is invented; no sentence was said by anybody.

A passage to be coded stands in square brackets with its codes in round ones: `[words](RC EN +)`. The last mark is the
valence: + facilitator, - barrier, ~ mixed, = neutral.
"""

from dataclasses import dataclass

from linkwork.evaluation.studies.rules import Group, SourceKind
from linkwork.programmes.rules import Stage

CODES = {
    # CFIR 2022
    "RA": ("cfir-2022", "innovation.relative_advantage"),
    "AD": ("cfir-2022", "innovation.adaptability"),
    "CI": ("cfir-2022", "outer_setting.critical_incidents"),
    "LC": ("cfir-2022", "outer_setting.local_conditions"),
    "PC": ("cfir-2022", "outer_setting.partnerships_connections"),
    "FI": ("cfir-2022", "outer_setting.financing"),
    "RC": ("cfir-2022", "inner_setting.relational_connections"),
    "CO": ("cfir-2022", "inner_setting.communications"),
    "CM": ("cfir-2022", "inner_setting.compatibility"),
    "SP": ("cfir-2022", "inner_setting.available_resources.space"),
    "IT": ("cfir-2022", "inner_setting.structural_characteristics.information_technology"),
    "KI": ("cfir-2022", "inner_setting.access_to_knowledge_information"),
    "OL": ("cfir-2022", "individuals.roles.opinion_leaders"),
    "DE": ("cfir-2022", "individuals.roles.innovation_deliverers"),
    "ND": ("cfir-2022", "individuals.characteristics.need"),
    "EG": ("cfir-2022", "process.engaging.recipients"),
    "PL": ("cfir-2022", "process.planning"),
    "RE": ("cfir-2022", "process.reflecting_evaluating.innovation"),
    # NPT
    "DI": ("npt", "coherence.differentiation"),
    "CS": ("npt", "coherence.communal_specification"),
    "IS": ("npt", "coherence.individual_specification"),
    "IN": ("npt", "coherence.internalisation"),
    "NI": ("npt", "cognitive_participation.initiation"),
    "EN": ("npt", "cognitive_participation.enrolment"),
    "LE": ("npt", "cognitive_participation.legitimation"),
    "AC": ("npt", "cognitive_participation.activation"),
    "IW": ("npt", "collective_action.interactional_workability"),
    "RI": ("npt", "collective_action.relational_integration"),
    "SK": ("npt", "collective_action.skill_set_workability"),
    "CX": ("npt", "collective_action.contextual_integration"),
    "SY": ("npt", "reflexive_monitoring.systematisation"),
    "CA": ("npt", "reflexive_monitoring.communal_appraisal"),
    "IA": ("npt", "reflexive_monitoring.individual_appraisal"),
    "RF": ("npt", "reflexive_monitoring.reconfiguration"),
}


@dataclass(frozen=True)
class Told:
    """One invented source with its passages marked."""

    title: str
    kind: SourceKind
    language: str
    group: Group
    stage: Stage
    text: str
    quotable: bool = True


QUESTIONS = {
    "practices": (
        "How link work takes hold in four practices",
        "What helps a practice to send people, and go on?",
    ),
    "mothers": (
        "How peer support takes hold in Söderby",
        "What brings mothers in, and what keeps the work going?",
    ),
    "families": (
        "How outreach takes hold in three neighbourhoods",
        "With whom does outreach work?",
    ),
}

TOLD = {
    "practices": (
        Told(
            "“My name on the door”: a link worker",
            SourceKind.INTERVIEW,
            "en",
            Group.WORKER,
            Stage.OPERATION,
            """At first nobody knew what I was for. [They thought I was another form to fill in](DI -).
[Then one of the nurses started coming to the Tuesday meeting with me](RC EN +), and after that [people sent me \
someone before they thought of sending them anywhere else](EN IW +). When she left it went quiet again for two months.

[I would say the room matters more than the training did](SP CX +). You need to be seen at the coffee machine.

[The referral form asks for a diagnosis, and I do not need one](CM IW -). So half of it comes back to me empty.""",
        ),
        Told(
            "Setting up: a practice manager",
            SourceKind.INTERVIEW,
            "en",
            Group.MANAGER,
            Stage.INITIATION,
            """We said yes because [there was money for one year and not for the second](FI AC -).
[The partners talked it through over two lunches until each could say who it was for](PL CS +).
What I had not planned was the computer. [She could not see our system, and we could not see hers](IT CX -), \
so we wrote on paper slips until March.""",
        ),
        Told(
            "شخص تلقّى الدعم",
            SourceKind.INTERVIEW,
            "ar",
            Group.PERSON,
            Stage.OPERATION,
            """[جلست معي وسألتني ماذا أريد أنا، وليس ماذا كتب الطبيب](RA IN +). كان ذلك غريبًا في البداية.
[ذهبت معي في المرة الأولى إلى دار الحي، وبعدها ذهبت وحدي](EG IW +). لو أعطتني ورقة فقط لما ذهبت.""",
        ),
        Told(
            "One year on: a focus group of link workers",
            SourceKind.FOCUS_GROUP,
            "en",
            Group.WORKER,
            Stage.MAINTENANCE,
            """First voice: [We meet on Fridays and go through the people nobody has heard from](CA RE +).
Second voice: [I stopped writing the long note, because the doctors read two lines](RF CO ~).
First voice: [Now the new doctors ask on their first day who the link worker is](LE RC +).
Third voice: And still [the contract ends in the summer, and everybody begins to look around](FI AC -).""",
            quotable=False,
        ),
        Told(
            "Standing agreement of the four practices",
            SourceKind.DOCUMENT,
            "en",
            Group.PRACTICE,
            Stage.OPERATION,
            """[Each practice keeps a room free for the link worker on two half-days](SP CX +).
[A named nurse in each practice answers questions about referrals](OL RI +).
[Referrals without a person’s agreement are sent back](LE EG =).""",
        ),
    ),
    "mothers": (
        Told(
            "Hur jag blev stödperson",
            SourceKind.INTERVIEW,
            "sv",
            Group.WORKER,
            Stage.INITIATION,
            """[Jag talar deras språk, och jag har själv suttit i samma väntrum](DE IN +). Det öppnar en dörr.
[På öppna förskolan visste de först inte vad vi gjorde där](CM DI -). [Sedan dukade de fram en stol åt oss](RC EN +), \
och då förstod mammorna att vi hörde hit.""",
        ),
        Told(
            "أمّ تحكي عن الزيارة الأولى",
            SourceKind.INTERVIEW,
            "ar",
            Group.PERSON,
            Stage.OPERATION,
            """[كنت أخاف من الرسائل، وهي قرأتها معي على مهل](ND IW +). بعد ذلك صرت أسأل عن أشياء أخرى.
[قالت لي: سأكون هناك يوم الثلاثاء، وكانت هناك كل ثلاثاء](EG RI +).""",
        ),
        Told(
            "Coordinator: what we report and what we see",
            SourceKind.INTERVIEW,
            "en",
            Group.MANAGER,
            Stage.OPERATION,
            """[We count first and repeat meetings because the funder asks for them](FI SY =).
[In the group we talk about what the numbers leave out, and then we change the week](CA RF +).
[When a peer supporter is on leave her mothers wait for her; they do not come to another one](RC SK ~).
The pandemic came in the middle. \
[We moved to the phone within a week, and some mothers we never saw again](CI RF -).""",
        ),
        Told(
            "Plan for the third year",
            SourceKind.DOCUMENT,
            "en",
            Group.OTHER,
            Stage.MAINTENANCE,
            """[The family centre offers two rooms and a place at its planning table](SP CX +).
[Peer supporters are paid by the hour; the association seeks a permanent post](FI AC -).
[Each new peer supporter walks with an experienced one for six weeks](KI SK +).
[The centre and the association share one calendar of visits](PC RI +).""",
        ),
        Told(
            "A peer supporter, second year",
            SourceKind.INTERVIEW,
            "en",
            Group.WORKER,
            Stage.OPERATION,
            """[I know now which nurse to call, and she knows my voice](RC RI +).
[Mothers tell each other, so I no longer have to explain what I am](EG DI +).
[Some evenings I carry their stories home, and there is nobody to put them down with](KI IA -).""",
        ),
    ),
    "families": (
        Told(
            "Au parc : une travailleuse de proximité",
            SourceKind.FIELD_CONVERSATION,
            "fr",
            Group.WORKER,
            Stage.INITIATION,
            """[Je passe trois semaines au parc avant que quelqu’un me parle](EG NI ~). \
C’est du travail, même si ça ne se voit pas.
[L’infirmière m’a présentée à deux familles, et ça a tout changé](PC EN +).
[On ne me demande jamais aux réunions de l’équipe](CO LE -).""",
        ),
        Told(
            "Une mère, deuxième hiver",
            SourceKind.INTERVIEW,
            "fr",
            Group.PERSON,
            Stage.OPERATION,
            """[Elle ne m’a pas donné un numéro, elle a appelé avec moi](RA IW +). \
[La place en halte-garderie, on l’a attendue cinq mois](LC IW -). \
Elle a rappelé chaque mois. [Je savais qu’elle ne lâcherait pas](RI EG +).""",
        ),
        Told(
            "Health centre: a team lead",
            SourceKind.INTERVIEW,
            "en",
            Group.PARTNER,
            Stage.OPERATION,
            """[Our nurses were not sure whose families these are now](CM LE -). \
We had to say it aloud: they are ours together.
[Since the workers sit in our Monday round, nobody asks twice](CO RI +).
[I judge it by the families who come back on their own](IA RE =).""",
        ),
        Told(
            "Notes of the partners’ table",
            SourceKind.DOCUMENT,
            "en",
            Group.PARTNER,
            Stage.MAINTENANCE,
            """[The school, the food bank and the health centre each name one person whom outreach may call](PC EN +).
[It was agreed to bring waiting times to the municipality together](PC CA +).
[Two of the five who signed have since left, and nobody has been told who follows](OL AC -).
[Outreach adapts its hours to the new bus line](AD RF +).""",
        ),
        Told(
            "Après deux ans : une travailleuse de proximité",
            SourceKind.INTERVIEW,
            "fr",
            Group.WORKER,
            Stage.MAINTENANCE,
            """[L’école m’appelle avant que ça déborde](PC RI +).
[On m’a demandé de remplir trois tableaux pour la même visite](IT SY -).
[Maintenant, l’équipe me garde une place à table](RC LE +).""",
        ),
    ),
}

MEETING = """Practice meeting, notes. Two doctors, one nurse, the link worker.

[The nurse told of a man who came back to say that he sleeps again.](RC CA +)
[Since then three colleagues have sent somebody.](OL EN +)
[The form still asks for things the record already holds.](IT IW -)
[Nobody knows whether a referral was taken up.](CO SY -)
[We keep the small room on Tuesdays.](SP CX +) The heating was mended.
[The link worker will come to the meeting on first Mondays, whatever else there is.](PL CX +)
"""
MEETING_AGAIN = """Practice meeting, notes. Two doctors, one nurse, the link worker.

[The nurse told of a man who came back to say that he sleeps again.](RC CA +)
[Since then three colleagues have sent somebody.](OL EN +)
The form still asks for things the [record already holds.](IT IW -)
[Nobody knows whether a referral was taken up.](CO -)
[We keep the small room on Tuesdays.](SP CX +) The heating was mended.
The link worker will come to the meeting on first Mondays, whatever else there is.
"""
