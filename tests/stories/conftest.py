"""Learners in Firefox and in WebKitGTK, and at the end the count of their stories."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from stories.engine import Engine, MissingEngineError
from stories.firefox import Firefox, firefox_path, firefox_process
from stories.learner import Learner
from stories.webkit import WebKit, webkit_paths, webkit_process

NAMES = ("Firefox", "WebKitGTK")
HARMLESS = (
    "downloadable font: ",
    "Failed to load \u2018\u2019. A ServiceWorker intercepted",  # for a page left as it loads
)
"""What a console says that no reader notices."""

findings: dict[str, dict[str, str]] = {}
"""What was found in each engine, by what was looked for."""


def pytest_configure() -> None:
    """Say what is missing before anything else is done."""
    missing = []
    for look in (firefox_path, webkit_paths):
        try:
            look()
        except MissingEngineError as error:
            missing.append(str(error))
    if missing:
        pytest.exit("\n".join(missing), returncode=1)


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Callable[[], Any]]]:
    """What opens a tab of a fresh reader in each engine; each browser is started once."""
    with contextlib.ExitStack() as stack:
        folder = {name: tmp_path_factory.mktemp(name) for name in NAMES}
        address = stack.enter_context(firefox_process(folder["Firefox"]))
        driver, browser = stack.enter_context(webkit_process(folder["WebKitGTK"]))
        yield {
            "Firefox": lambda: Firefox(address, folder["Firefox"]),
            "WebKitGTK": lambda: WebKit(driver, browser, folder["WebKitGTK"]),
        }


@pytest.fixture(params=NAMES)
def engine(
    browsers: dict[str, Callable[[], Engine]], request: pytest.FixtureRequest
) -> Iterator[Engine]:
    """A tab of a fresh reader in one engine; any error in its console fails the story."""
    opened = browsers[request.param]()
    yield opened
    opened.close()
    assert [fault for fault in opened.faults if not fault.startswith(HARMLESS)] == []


@pytest.fixture
def learner(engine: Engine, site_url: str) -> Learner:
    """Somebody who was never here before."""
    return Learner(engine, site_url)


@pytest.fixture(scope="session")
def note() -> Callable[[str, str, str], None]:
    """Notes what an engine showed, for the table at the end."""

    def write(engine: str, what: str, shown: str) -> None:
        findings.setdefault(what, {})[engine] = shown

    return write


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many stories each engine told, and where the engines differ."""
    write = terminalreporter.write_line
    for state in ("passed", "failed"):
        reports = [one for one in terminalreporter.getreports(state) if one.when == "call"]
        counts = Counter(name for one in reports for name in NAMES if f"[{name}" in one.nodeid)
        write(f"{state}: " + ", ".join(f"{counts[name]} in {name}" for name in NAMES))
    write(f"\n{'':44}" + "".join(f"{name:16}" for name in NAMES))
    for what, shown in findings.items():
        if len(set(shown.values())) > 1:
            write(f"{what:44}" + "".join(f"{shown.get(name, 'not seen'):16}" for name in NAMES))
