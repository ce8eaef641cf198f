"""Each resource made from plain values: no database, no clock. What is empty is left out, as R4 asks."""
