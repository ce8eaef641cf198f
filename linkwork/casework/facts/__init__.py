"""What casework hands to an extract: cases, contacts, what contacts were about, needs. No names, no free text."""

from linkwork.casework.facts import allocations, cases, contacts, outreach, referrals

TABLES = (*cases.TABLES, *contacts.TABLES, *allocations.TABLES, *outreach.TABLES, *referrals.TABLES)
