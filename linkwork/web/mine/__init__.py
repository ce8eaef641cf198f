"""The person's own page: what was agreed and arranged, opened by a private link, in the person's language.

An area adds to it with a file `linkwork/web/AREA/mine.py`:

- `mine_section(viewer, case_id, at) -> dict | None`: values of the area's section, None to leave it out. `viewer` is of
  Kind.PERSON; rooms check it with `casework.access.check_is_own(viewer, case_id, at)`. At most three questions.
- template `AREA/mine.html`: sees its values as `section`, and `token` for addresses: `url("mine:AREA:NAME", token)`.
- `urlpatterns` (if it has forms): addresses below `/mine/TOKEN/AREA/`, found under the names `mine:AREA:NAME`, with
  their rows in the access table. Their views are wrapped in `linkwork.web.mine.door.by_own_link`.

Sections are drawn in the order of `sections.ORDER`.
"""
