"""Pages of joint displays: begun, filled row by row, judged apart, frozen, held against today."""
