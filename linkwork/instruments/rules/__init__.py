"""Rules of the instruments: plain Python."""
