"""The browser is killed at the moment at which it says "Saved".

One round is part of every run; `CRASH_ROUNDS=20` asks for more. A browser that a busy machine stops
before it says so has lost nothing: another one is started.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, TimeoutError, expect

from conftest import CHROMIUM_FLAGS
from engine.browser.acts import NAMES, QUIZ, WRONGLY, attempts, check, item, verdict

ROUNDS = int(os.environ.get("CRASH_ROUNDS", "1"))
MOST_STARTS = 4
TIMEOUT = 30_000


def kill(folder: Path) -> int:
    """Kill every process of the browser whose profile is *folder*; say how many there were."""
    parents = {int(stat.parent.name): parent_in(stat) for stat in Path("/proc").glob("[0-9]*/stat")}
    family = [process for process in parents if has_profile(process, folder)]
    for process in family:  # grows while it is walked, by the children of those in it
        family += [child for child in parents if parents[child] == process and child not in family]
    for process in reversed(family):  # the one that stores comes before its parent
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return len(family)


def parent_in(stat: Path) -> int:
    """The parent's number, which stands behind the name in brackets; 0 if the process is gone."""
    try:
        return int(stat.read_text("utf-8").rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


def has_profile(process: int, folder: Path) -> bool:
    """Whether the process was started on the profile in *folder*."""
    try:
        words = Path(f"/proc/{process}/cmdline").read_bytes().decode().split("\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return f"--user-data-dir={folder}" in words


def answer(page: Page, name: str) -> None:
    """Answer an item wrongly, and wait until the page says that the answer is saved."""
    asked = item(page, name)
    WRONGLY[name](asked)
    if name != "recall":
        check(asked)
    page.wait_for_function(
        "id => document.getElementById(id).querySelector('quiz-check').dataset.recorded",
        arg=f"exhibit-{name}",
    )


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the browser's processes in /proc")
@pytest.mark.parametrize("turn", range(ROUNDS))
def test_nothing_that_was_called_saved_is_lost(
    playwright: Playwright,
    chromium: str,
    site_url: str,
    tmp_path: Path,
    turn: int,
    record_property: Callable[[str, object], None],
) -> None:
    name = NAMES[turn % len(NAMES)]

    def start(folder: Path) -> Page:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=chromium, args=CHROMIUM_FLAGS, timeout=TIMEOUT
        )
        page = context.pages[0]
        page.goto(site_url + QUIZ)
        return page

    for attempt in range(1, MOST_STARTS + 1):
        folder = tmp_path / f"profile-{attempt}"
        try:
            answer(start(folder), name)
            break
        except (TimeoutError, AssertionError):  # the latter of `expect`
            kill(folder)
            if attempt == MOST_STARTS:
                raise
    record_property("starts", attempt)

    killed = kill(folder)

    assert killed > 1
    page = start(folder)
    expect(item(page, name)).to_have_attribute("data-outcome", "incorrect", timeout=TIMEOUT)
    expect(verdict(item(page, name))).to_be_visible()
    assert [kept["item"] for kept in attempts(page)] == [f"exhibit-{name}"]
    page.context.close()
