"""The chapters of a report, one file each: what was gathered, said in blocks."""
