"""A short process-evaluation report of one programme: gathered, said in plain sentences, then set as HTML and PDF."""
