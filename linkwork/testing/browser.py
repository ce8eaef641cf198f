"""Which browser do the journeys run in, and how is it started?"""

import os
import shutil
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

HOW_TO_GET_ONE = (
    "no Chromium found for the journeys: apt install chromium (Debian), brew install --cask chromium (macOS), "
    "or set LINKWORK_CHROMIUM to its path"
)
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
USUAL_PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # the pages may ask this machine only; anything else shows up as a failed request
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)


def launch(playwright: Playwright) -> Browser:
    """Start the browser without a window. Skips the test where there is none, but fails it under CI."""
    program = chromium(playwright)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail(HOW_TO_GET_ONE, pytrace=False)
        pytest.skip(HOW_TO_GET_ONE)
    as_root = sys.platform != "win32" and os.geteuid() == 0
    flags = [*FLAGS, "--no-sandbox"] if as_root else list(FLAGS)  # Chromium's sandbox does not run as root
    return playwright.chromium.launch(executable_path=program, args=flags)


def chromium(playwright: Playwright) -> str | None:
    """The program to start: the one named in the environment, else installed, else playwright's own."""
    for variable in ("LINKWORK_CHROMIUM", "CHROME_PATH"):
        if named := os.environ.get(variable):
            return named
    for command in COMMANDS:
        if found := shutil.which(command):
            return found
    places = (*USUAL_PLACES, playwright.chromium.executable_path)
    return next((place for place in places if Path(place).exists()), None)
