"""What goes on beside the server as long as it serves."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Going = Callable[[threading.Event], None]
COMMAND = (sys.executable, "-m", "linkwork", "errands", "--until-closed")
PAUSE = 5.0  # seconds before one that ended by itself is begun again


@contextmanager
def beside(*going: Going) -> Iterator[None]:
    """Have these go on, each in a thread, until the block is left."""
    stop = threading.Event()
    threads = [threading.Thread(target=one, args=(stop,), name=one.__name__, daemon=True) for one in going]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(PAUSE)


def keep_runner(stop: threading.Event) -> None:
    """Long work in a process of its own, begun again where it ends by itself.

    Not a thread: the server forks its workers, and what a thread has in hand at that moment would stay locked in them.
    It ends when its input does, so that it outlives this process in no case.
    """
    while not stop.is_set():
        with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as runner:
            while runner.poll() is None and not stop.wait(0.5):
                pass
        stop.wait(PAUSE)
