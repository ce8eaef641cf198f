"""What casework hands to an extract: cases, contacts, what contacts were about, needs. No names, no free text."""

from linkwork.casework.facts import allocations, cases, children, contacts, outreach, plans, referrals

TABLES = (
    *cases.TABLES,
    *contacts.TABLES,
    *children.TABLES,
    *allocations.TABLES,
    *outreach.TABLES,
    *plans.TABLES,
    *referrals.TABLES,
)
