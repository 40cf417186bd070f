"""Find a Chromium for the browser tests, or install one; print where it is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def on_the_machine() -> str | None:
    """The one named by $CHROMIUM, or the first on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def of_playwright() -> str | None:
    """Playwright's own, fetched if it can be."""
    attempt([sys.executable, "-m", "playwright", "install", "chromium"])
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def of_debian() -> str | None:
    """Debian's package, where we may install it."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    attempt(["apt-get", "update", "--quiet"])
    attempt(["apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium"])
    return on_the_machine()


def attempt(command: list[str]) -> None:
    """Run *command*; what it says goes to stderr, and whether it worked shows in what is there."""
    subprocess.run(command, stdout=sys.stderr, check=False)


def main() -> int:
    """Print the path of a Chromium; 1 and one sentence if there is none to be had."""
    ways: tuple[Callable[[], str | None], ...] = (on_the_machine, of_playwright, of_debian)
    found = next(filter(None, (way() for way in ways)), None)
    if not found:
        sentence = "The browser tests need Chromium: install it, or name it with CHROMIUM=/path."
        print(sentence, file=sys.stderr)
        return 1
    print(found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
