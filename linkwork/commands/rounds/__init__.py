"""What is due when nobody is clicking: one file for each duty, with `def due(viewer: Viewer, at: datetime) -> int`.

`viewer` is the system inside one programme; the number says how much was done. A duty is safe to repeat and safe to
run twice at the same time: it asks what is due, and the action that does it looks again with the row held. The first
line of the file's docstring says what the duty is. `linkwork.commands.duties` finds the files by itself, in the order
of their names, those about somebody's safety first; letters go out last, so that what a duty writes leaves in the same
round. No duty ever declines anything for anybody.
"""
