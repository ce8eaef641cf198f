"""The invented letters count as sent: none leaves a demonstration."""

from linkwork.commands.demo.scene import Scene
from linkwork.core.viewer import system
from linkwork.programmes import actions, reads


def fill(scene: Scene) -> None:
    """Every letter that the files before this one wrote, and that still waits."""
    post = system(scene.programme_id)
    for letter in reads.waiting_letters(post, scene.now):
        actions.mark_delivered(letter_id=letter.id, by=post, at=letter.written_at)
