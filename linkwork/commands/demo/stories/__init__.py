"""The portraits and recommendations of the demonstration: invented, and drawn from its invented interviews."""

from linkwork.commands.demo.stories import families, mothers, practices

STORIES = {"practices": practices.STORY, "mothers": mothers.STORY, "families": families.STORY}
