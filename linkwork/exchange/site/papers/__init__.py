"""Templates to download: papers to begin with, in the programme's own words, each with its licence and version."""
