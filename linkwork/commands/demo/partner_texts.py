"""What the partners' part of the demonstration says. Every organisation and person here is invented."""

from dataclasses import dataclass

from linkwork.partnerships.rules import Sector

Named = tuple[str, Sector, str, str]  # name, sector, who to ask for, what they do there


@dataclass(frozen=True)
class Texts:
    """One programme's partners and what happened with them. The first three are the practice, the school, the town."""

    partners: tuple[Named, ...]
    meeting: tuple[str, str, str, str]  # title, place, agenda, minutes
    taken_on: tuple[str, str]
    coming: str
    community: tuple[str, str, str]  # the ask, for whom, of whom
    tries: tuple[tuple[str, str, str], ...]  # they said, in the way, next
    organisation: tuple[str, str]  # the ask of the first partner, for whom
    factors: tuple[tuple[str, str, str], ...]  # words, influence, kind
    changes: tuple[tuple[str, str], ...]  # direction, words


NOTES = {
    "communication": ("Rang to say which groups have places", "Wrote to ask who answers now", ""),
    "shared_activity": ("Coffee morning together", "Open afternoon together, well attended"),
    "co_intervention": ("Met together, with their consent", "Went along to the first appointment"),
    "role_awareness": ("Ten minutes in their team meeting on what we do and do not do", "Left our one page"),
}

TEXTS = {
    "practices": Texts(
        partners=(
            ("Elm Street practice", Sector.HEALTH, "Dr Farrow", "General practitioner"),
            ("Millbrook primary school", Sector.SCHOOL, "Ms Reed", "Deputy head"),
            ("Millbrook council", Sector.MUNICIPALITY, "Mr Pryce", "Neighbourhoods"),
            ("Canal Side practice", Sector.HEALTH, "Ms Adair", "Practice manager"),
            ("Debt advice Millbrook", Sector.COMMUNITY, "Mr Noor", "Advice worker"),
            ("The allotment group", Sector.COMMUNITY, "Ms Hale", "Keeps the keys"),
            ("St Anne’s parish", Sector.FAITH, "Revd Coyle", "Parish priest"),
            ("Canal housing association", Sector.HOUSING, "Ms Obi", "Tenancy support"),
            ("Millbrook neighbourhood police", Sector.POLICE, "PC Lowe", "Community officer"),
            ("The bakery on Weir Lane", Sector.EMPLOYER, "Mr Sato", "Takes people on trial"),
        ),
        meeting=(
            "Being alone in Millbrook",
            "Millbrook library",
            "Who meets people nobody else meets\nA room for winter afternoons",
            "The school can open its hall on Wednesdays. The council pays for heating until April.",
        ),
        taken_on=("Ask the library for chairs", "Send the school our one page on what we do"),
        coming="Winter afternoons: how is it going?",
        community=(
            "A bus that stops at the health centre on Saturdays",
            "People without a car on the east side",
            "the county transport office",
        ),
        tries=(
            ("They will look at the numbers", "No figures on who would use it", "Bring figures from our log"),
            (
                "The timetable is fixed until summer",
                "One person decides, and changes",
                "Go along to the hearing",
            ),
        ),
        organisation=("A desk and a door that closes, two days a week", "People seen at the practice"),
        factors=(
            ("Money is agreed for one year at a time", "hinders", "external"),
            ("A doctor who tells colleagues what we do", "helps", "organisation"),
            ("Seeing people at the practice: trusted, but cramped", "both", "work"),
        ),
        changes=(
            ("better", "I have somewhere to be on Tuesdays."),
            ("better", "The letters do not frighten me any more."),
            ("same", "It is not worse. I would like more of it."),
            ("too_early", ""),
            ("better", "I know whom to ring now."),
            ("worse", "My sister moved away and that was the one I talked to."),
        ),
    ),
    "mothers": Texts(
        partners=(
            ("Child health clinic Söderby", Sector.HEALTH, "Ms Lindqvist", "Child health nurse"),
            ("Solgård school", Sector.SCHOOL, "Mr Åberg", "Counsellor"),
            ("City of Söderby, family office", Sector.MUNICIPALITY, "Ms Nyström", "Coordinator"),
            ("Open preschool Solrosen", Sector.EARLY_CHILDHOOD, "Ms Holm", "Preschool teacher"),
            ("Open preschool Kastanjen", Sector.EARLY_CHILDHOOD, "Ms Ek", "Preschool teacher"),
            ("Söderby parish", Sector.FAITH, "Deacon Sjö", "Deacon"),
            ("Women’s sewing workshop", Sector.COMMUNITY, "Ms Rahimi", "Leads the workshop"),
            ("Söderby homes", Sector.HOUSING, "Mr Dahl", "Landlord’s office"),
            ("Employment office", Sector.OTHER, "Ms Berg", "Case officer"),
        ),
        meeting=(
            "A place in preschool for every child who wants one",
            "Family centre",
            "What stops families from asking\nWho explains the form",
            "The family office translates the form. The school tells parents of older children.",
        ),
        taken_on=("Read the translated form with two mothers", "Ask the clinic to hand out our card"),
        coming="The form: did it help?",
        community=(
            "Swedish for parents with child care beside it",
            "Mothers at home with small children",
            "the city’s adult education",
        ),
        tries=(
            ("There is no room for children", "Two budgets, and neither pays", "Show the room at the parish"),
            ("They would try one term", "Somebody has to sign", "Bring the deacon along"),
        ),
        organisation=("To speak with us before a worry is reported", "Families the clinic worries about"),
        factors=(
            ("Fear of the social services", "hinders", "family"),
            ("The association is known and trusted", "helps", "organisation"),
            ("One of us: close, and sometimes too close", "both", "work"),
        ),
        changes=(
            ("better", "Now I go to the open preschool by myself."),
            ("better", "I understood the letter and I answered it."),
            ("too_early", ""),
            ("same", "We still wait for the flat."),
            ("better", "I have two friends in this town."),
        ),
    ),
    "families": Texts(
        partners=(
            ("Val-des-Érables health centre", Sector.HEALTH, "Mme Roy", "Nurse, perinatal team"),
            ("École des Trois-Ruisseaux", Sector.SCHOOL, "M. Gervais", "Principal"),
            ("Town of Val-des-Érables", Sector.MUNICIPALITY, "Mme Caron", "Community life"),
            ("CPE La Farandole", Sector.EARLY_CHILDHOOD, "Mme Dubé", "Director"),
            ("Family house", Sector.COMMUNITY, "Mme Lavoie", "Coordinator"),
            ("Food aid counter", Sector.COMMUNITY, "M. Simard", "Volunteer in charge"),
            ("Municipal housing office", Sector.HOUSING, "Mme Roberge", "Tenants’ worker"),
            ("Town police, prevention", Sector.POLICE, "Agente Morin", "Prevention"),
            ("Parish hall Saint-Luc", Sector.FAITH, "M. Fortin", "Keeps the calendar"),
            ("Sawmill Beaulac", Sector.EMPLOYER, "Mme Poulin", "Human resources"),
        ),
        meeting=(
            "Families new to the three neighbourhoods",
            "Town hall, room 2",
            "Where families are met\nA summer without day camp",
            "The town lends the park house on Thursdays. The school writes to families in June.",
        ),
        taken_on=("Draw up a list of who is where on which day", "Ask the sawmill about shift hours"),
        coming="Before the summer",
        community=(
            "Lighting on the path between the park and the homes",
            "Families who walk home after five",
            "the town’s works department",
        ),
        tries=(
            ("It is in next year’s plan", "Nobody there has walked it at night", "Invite them for a walk"),
            ("They walked it, and were struck", "Money is for roads", "Speak at the council’s meeting"),
        ),
        organisation=(
            "A line to ring where a nurse answers the worker",
            "Families who do not go to the clinic",
        ),
        factors=(
            ("Funding is temporary and must be asked for each year", "hinders", "external"),
            ("Being free to meet families where they are", "helps", "work"),
            ("The same worker for years", "helps", "work"),
            ("Partners are not sure what the worker does", "hinders", "organisation"),
        ),
        changes=(
            ("better", "I dared to go in, because she came with me."),
            ("better", "My boy plays with others now."),
            ("same", "Quiet weeks and hard weeks, as before."),
            ("too_early", ""),
            ("better", "I know the names of my neighbours."),
        ),
    ),
}
