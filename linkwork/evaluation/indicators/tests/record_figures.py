"""What each figure of the record must say, from the words of its definition."""

import datetime as dt
from collections import Counter
from fractions import Fraction

from linkwork.evaluation.indicators.tests.record_twin import WEEK, RecordTwin, Told
from linkwork.evaluation.indicators.tests.twin import half_up, share
from linkwork.evaluation.indicators.tests.worlds import Row


def is_(column: str, *words: object):
    return lambda row: row[column] in words and row[column] is not None


def known(column: str):
    return lambda row: row[column] is not None


def unknown(column: str):
    return lambda row: row[column] is None


def both(*tests):
    return lambda row: all(test(row) for test in tests)


def either(*tests):
    return lambda row: any(test(row) for test in tests)


def marked(twin: RecordTwin, column: str) -> Told:
    return twin.part("contacts", "occurred_on", is_(column, True), known(column), unknown(column))


def work(twin: RecordTwin) -> dict[str, Told]:
    """Reach, dose, fidelity."""
    met = [row["people_met"] for row in twin.rows("presences", "started_on") if row["people_met"] is not None]
    sent = either(known("sent_on"), is_("kind", "signpost"))
    handover, planned = is_("kind", "warm_handover"), is_("state", "planned")
    with_goal = {row["case_id"] for row in twin.world["goals"]} - {None}
    connected = Counter(row["person_id"] for row in twin.rows("connections", "case"))
    nobody = connected.pop(None, 0) + len(twin.undated("connections", "case"))
    begun = {row["case_id"] for row in twin.rows("cases", "accepted_on")} - {None}
    return {
        "outreach_times": twin.number("presences", "started_on"),
        "outreach_people": (
            half_up(Fraction(sum(met)), 0), sum(met), None,
            twin.missing("presences", "started_on", unknown("people_met")),
        ),
        "outreach_to_referral": twin.part("anonymous_contacts", "occurred_on", is_("led_to_referral", True)),
        "people_by_need": twin.people("needs", "raised_on", "person_id", unknown("person_id")),
        "people_taken_on": twin.people("cases", "accepted_on", "person_id", unknown("accepted_on")),
        "language_known": twin.part("cases", "accepted_on", known("language")),
        "children_reached": twin.people("children", "case", "child_id", unknown("age_months")),
        "referrals_declined": twin.part(
            "referrals", "received_on", is_("state", "declined"), is_("state", "accepted", "declined"),
            is_("state", "received"),
        ),
        "interpreter_share": marked(twin, "interpreter"),
        "planned_share": marked(twin, "planned"),
        "appointments_kept": twin.part(
            "appointments", "starts_on", both(planned, is_("attended", "yes")),
            both(planned, is_("attended", "yes", "no")),
            both(planned, either(unknown("attended"), is_("attended", "not_known"))),
        ),
        "group_sessions": twin.number("sessions", "occurred_on"),
        "support_length": twin.days("cases", "accepted_on", "accepted_on", "closed_on"),
        "connections_per_person": twin.spread(connected.values(), nobody),
        "accompanied_share": twin.part("contacts", "occurred_on", is_("accompanied", True)),
        "linking_marked": marked(twin, "linking"),
        "education_marked": marked(twin, "education"),
        "plans_made": (share(len(with_goal & begun), len(begun)), len(with_goal & begun), len(begun), None),
        "steps_done": twin.part(
            "plan_actions", "set_on", is_("state", "done"), is_("state", "done", "dropped"), is_("state", "to_do")
        ),
        "handovers_introduced": twin.part(
            "connections", "case", is_("introduced", True), both(handover, known("introduced")),
            both(handover, unknown("introduced")),
        ),
        "loop_closed": twin.part("connections", "case", is_("outcome", "helped", "partly", "not"), sent),
    }  # fmt: skip


def change_and_time(twin: RecordTwin) -> dict[str, Told]:
    """Adaptation and waiting."""
    made, judged = "made_on", is_("fidelity", "consistent", "inconsistent")
    foreseen = is_("planned", "planned_proactive", "planned_reactive")

    def sent(end: str, kind: str = "") -> Told:
        among = [row for row in twin.world["connections"] if not kind or row["kind"] == kind]
        dated = [row for row in among if row["sent_on"] is not None]
        inside = [row for row in dated if not twin.asked or twin.inside(row["sent_on"])]
        good = [row for row in inside if row[end] is not None and row[end] >= row["sent_on"]]
        undated = len(twin.undated("connections", "sent_on"))
        return twin.spread(
            [(row[end] - row["sent_on"]).days for row in good], len(inside) - len(good) + undated
        )

    return {
        "adaptations": twin.number("adaptations", made, unknown("what")),
        "adaptations_planned": twin.part("adaptations", made, foreseen, known("planned"), unknown("planned")),
        "adaptations_consistent": twin.part(
            "adaptations", made, is_("fidelity", "consistent"), judged, lambda row: not judged(row)
        ),
        "adaptations_proposed": twin.part("adaptations", made, is_("proposed", True)),
        "adaptations_followed": twin.part("adaptations", made, is_("has_result", True)),
        "proposal_days": twin.days("proposals", "proposed_on", "proposed_on", "settled_on"),
        "days_to_answer": twin.days("referrals", "received_on", "received_on", "answered_on"),
        "days_to_first_contact": twin.days("cases", "accepted_on", "received_on", "first_contact_on"),
        "days_to_partner_answer": sent("answered_on", "referral"),
        "days_to_start": sent("started_on"),
        "answered_late": twin.part("referrals", "received_on", is_("escalated", True)),
    }


def around(twin: RecordTwin) -> dict[str, Told]:
    """Mechanisms, context, partners."""
    about, rated = is_("about", "support"), known("rating")
    service, good = is_("about", "service"), is_("rating", "very_good", "good")
    theirs, hinders = is_("side", "them"), is_("influence", "hinders", "both")
    all_partners = [row for row in twin.world["partners"] if twin.had_begun(row["since"])]
    across = [row for row in all_partners if row["reach"] == "inter_sectoral"]
    quiet_from = twin.last - 8 * WEEK + dt.timedelta(days=1)

    def heard(row: Row) -> bool:
        return row["occurred_on"] is not None and quiet_from <= row["occurred_on"] <= twin.last

    def least(column: str, n: float):
        return lambda row: row[column] is not None and row[column] >= n

    def partners_in(table: str, test) -> Told:
        return twin.of_partners(row["partner_id"] for row in twin.world[table] if test(row))

    return {
        "support_rated_good": twin.part(
            "feedback", "said_on", both(about, good), both(about, rated), both(about, unknown("rating"))
        ),
        "services_rated_good": twin.part(
            "feedback", "said_on", both(service, good), both(service, rated), both(service, unknown("rating"))
        ),
        "partner_trust": twin.part(
            "relationship_ratings", "rated_on", both(theirs, least("trust", 4)), both(theirs, known("trust")),
            both(theirs, unknown("trust")),
        ),
        "role_clear": twin.part("role_clarity", "said_on", least("score", 4), known("score"), unknown("score")),
        "factors_hindering": twin.part("factors", "noted_on", is_("influence", "hinders")),
        "factors_eased": twin.part("factors", "noted_on", is_("state", "eased", "solved"), hinders),
        "partners": (half_up(Fraction(len(all_partners)), 0), len(all_partners), None, None),
        "partners_across": (share(len(across), len(all_partners)), len(across), len(all_partners), None),
        "partners_in_touch": partners_in("interactions", heard),
        "partners_agreed": partners_in(
            "agreements", lambda row: row["signed"] and twin.had_begun(row["starts_on"], row["ended_on"])
        ),
        "partners_with_champion": partners_in(
            "champions", lambda row: twin.had_begun(row["since"], row["until"])
        ),
        "role_card_read": partners_in(
            "role_card_acknowledgements", lambda row: twin.had_begun(row["said_on"])
        ),
        "interactions": twin.number("interactions", "occurred_on", unknown("quality")),
        "interactions_across": twin.part("interactions", "occurred_on", is_("reach", "inter_sectoral")),
        "interactions_well": twin.part(
            "interactions", "occurred_on", is_("quality", "well"), known("quality"), unknown("quality")
        ),
        "meetings_across": twin.part("meetings", "held_on", least("came_inter_sectoral", 1)),
    }  # fmt: skip


def rest(twin: RecordTwin) -> dict[str, Told]:
    """Advocacy, workforce, outcomes."""
    here = {
        one for one, row in twin.workers.items()
        if row["supports"] and twin.had_begun(row["since"], row["until"])
    }  # fmt: skip
    from_day = twin.last - 13 * WEEK + dt.timedelta(days=1)
    talked = {
        row["worker_id"] for row in twin.world["supervisions"]
        if row["held_on"] is not None and from_day <= row["held_on"] <= twin.last
    }  # fmt: skip
    asked_for = [row for row in twin.world["training_coverage"] if twin.had_begun(row["since"], row["until"])]
    in_place = [row for row in asked_for if twin.had_begun(row["held_on"], row["expires_on"])]
    efforts: Counter[str] = Counter()
    for row in twin.rows("advocacy", "opened_on"):
        efforts[row["action_id"]] += row["attempts"] or 0
    unsaid = {row["action_id"] for row in twin.rows("advocacy", "opened_on") if row["attempts"] is None}
    gaps = [row["days_since_last"] for row in twin.rows("supervisions", "held_on")]
    settled = is_("result", "won", "partly", "lost", "dropped")
    ended, better = is_("state", "ended"), is_("direction", "better", "same", "worse")
    return {
        "advocacy_actions": twin.number("advocacy", "opened_on", unknown("need")),
        "advocacy_attempts": twin.spread([efforts[one] for one in efforts if one not in unsaid], None),
        "advocacy_won": twin.part(
            "advocacy", "opened_on", is_("result", "won", "partly"), settled, is_("result", "open")
        ),
        "advocacy_days": twin.days("advocacy", "opened_on", "opened_on", "settled_on"),
        "advocacy_obstacles": twin.part("advocacy_attempts", "made_on", known("obstacle")),
        "supervision_reached": (share(len(here & talked), len(here)), len(here & talked), len(here), None),
        "supervision_gap": twin.spread(
            [gap for gap in gaps if gap is not None],
            twin.missing("supervisions", "held_on", unknown("days_since_last")),
        ),
        "training_covered": (
            share(len(in_place), len(asked_for)), len(in_place), len(asked_for), None
        ),
        "trainings": twin.number("trainings", "held_on"),
        "check_ins_missed": twin.part("visits", "planned_for", both(ended, is_("missed", True)), ended),
        "needs_met": twin.part("needs", "raised_on", known("met_on")),
        "connections_helped": twin.part(
            "connections", "case", is_("outcome", "helped", "partly"), is_("outcome", "helped", "partly", "not"),
            either(unknown("outcome"), is_("outcome", "not_known")),
        ),
        "said_better": twin.part(
            "changes", "noted_on", is_("direction", "better"), better, is_("direction", "too_early")
        ),
        "goals_reached": twin.part(
            "goals", "set_on", is_("state", "reached"), is_("state", "reached", "set_aside"), is_("state", "open")
        ),
    }  # fmt: skip


def all_of(twin: RecordTwin) -> dict[str, Told]:
    """Every one of them, by its id."""
    return work(twin) | change_and_time(twin) | around(twin) | rest(twin)
