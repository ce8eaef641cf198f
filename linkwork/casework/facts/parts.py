"""What the files of this folder share: short names of kinds and classes, and the columns every table has."""

from linkwork.core.facts import Column, ColumnKind
from linkwork.core.privacy import PrivacyClass

ID, TEXT, DAY, WHOLE, FLAG = (
    ColumnKind.ID,
    ColumnKind.TEXT,
    ColumnKind.DAY,
    ColumnKind.WHOLE,
    ColumnKind.FLAG,
)
PSEUDONYM, PERSONAL, PROGRAMME = PrivacyClass.PSEUDONYM, PrivacyClass.PERSONAL, PrivacyClass.PROGRAMME
CASE_ID = Column("case_id", ID, PSEUDONYM, "to join a case's rows")
PERSON_ID = Column("person_id", ID, PSEUDONYM, "reach counts people, not cases")
