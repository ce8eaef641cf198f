"""FHIR R4 (4.0.1) files out and in: referrals, their answers, and what was recorded with them.

Checked against the R4 JSON Schema, the fields R4 requires, and R4's and the SDOH Clinical Care guide's rules that a
schema cannot say. "Checked against these rules" is what may be said of such a file; it is no claim of conformance.
"""
