"""Find a Chromium for the browser tests, or install one; print where it is.

A headless shell first: Chromium without windows, in which a page load takes a third of the time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
PACKAGES = ("chromium-headless-shell", "chromium")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def named() -> str | None:
    """The one that $CHROMIUM names."""
    return os.environ.get("CHROMIUM")


def on_the_machine(*names: str) -> str | None:
    """The first of *names* on the path."""
    return next(filter(None, map(shutil.which, names)), None)


def of_debian() -> str | None:
    """Debian's shell, where we may install it, and the whole Chromium that a few tests need."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    attempt(["apt-get", "update", "--quiet"])
    attempt(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *PACKAGES])
    return on_the_machine(*SHELLS, *BROWSERS)


def of_playwright() -> str | None:
    """Playwright's own, fetched if it can be."""
    attempt([sys.executable, "-m", "playwright", "install", "chromium"])
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def attempt(command: list[str]) -> None:
    """Run *command*; what it says goes to stderr, and whether it worked shows in what is there."""
    subprocess.run(command, stdout=sys.stderr, check=False)


WAYS: tuple[Callable[[], str | None], ...] = (
    named,
    lambda: on_the_machine(*SHELLS),
    of_debian,
    lambda: on_the_machine(*BROWSERS),
    of_playwright,
)


def main() -> int:
    """Print the path of a Chromium; 1 and one sentence if there is none to be had."""
    found = next(filter(None, (way() for way in WAYS)), None)
    if not found:
        sentence = "The browser tests need Chromium: install it, or name it with CHROMIUM=/path."
        print(sentence, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
