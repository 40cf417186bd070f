"""What a story needs of a browser, and how to wait for one."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

START_SECONDS = 60
ANSWER_SECONDS = 120

Found = TypeVar("Found")


class MissingEngineError(Exception):
    """An engine is not installed on this machine; says how to install it."""


class Engine(Protocol):
    """A tab of a browser whose reader was never here before."""

    name: str
    faults: list[str]
    """The errors in the browser's console, where the engine tells of them."""
    downloads: Path

    def open(self, url: str) -> None:
        """Go to *url* and wait until it is loaded."""

    def reload(self) -> None:
        """Load the page again."""

    def call(self, function: str, *arguments: object) -> Any:  # noqa: ANN401
        """What the JavaScript *function* returns for the *arguments*, as JSON."""

    def act(self, actions: list[dict[str, Any]]) -> None:
        """Perform input actions, as WebDriver writes them."""

    def choose_file(self, selector: str, path: Path) -> None:
        """Give the file at *path* to the file input."""

    def close(self) -> None:
        """Forget the reader."""


def eventually(look: Callable[[], Found | None], seconds: float = START_SECONDS) -> Found:
    """What *look* finds, as soon as it finds something."""
    end = time.monotonic() + seconds
    while True:
        if found := look():
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"nothing came of it within {seconds} seconds")
        time.sleep(0.05)
