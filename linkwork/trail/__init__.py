"""What was done, and who looked: an append-only, hash-chained record of actions, and a record of access.

It has no foreign keys to other rooms, so that the trail can never block a change and outlives what it speaks of.
It must never know what the actions mean.
"""
