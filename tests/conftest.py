"""A copy of the guide with one more quiz, built once, served under a sub-path, seen in Chromium."""

from __future__ import annotations

import functools
import http.server
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from tools.chromium import BROWSERS, on_the_machine

ROOT = Path(__file__).parents[1]
AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
SUB_PATH = "/guide/"
"""Project sites on GitHub Pages live under their repository's name."""

TELL_OF_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`))
"""

CHROMIUM_FLAGS = [
    "--no-sandbox",  # Chromium refuses to run as root with it
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


expect.set_options(timeout=15_000)  # milliseconds, for a busy machine


class Handler(http.server.SimpleHTTPRequestHandler):
    """The folder under SUB_PATH as GitHub Pages serves it: with its own 404 page, caches off."""

    def translate_path(self, path: str) -> str:
        """Where *path* is on the disk; what is outside SUB_PATH is nowhere."""
        inside = path.startswith(SUB_PATH)
        return super().translate_path("/" + path.removeprefix(SUB_PATH) if inside else "/nowhere")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404 page where there is no such file."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Let no cache serve an earlier build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing; the browser tells what it asked for."""


Handler.extensions_map = {**Handler.extensions_map, ".mjs": "text/javascript"}


class Server(http.server.ThreadingHTTPServer):
    """One that says nothing where a browser goes before it has its answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of every fault but that."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def serve(folder: Path, handler: type[Handler] = Handler) -> http.server.ThreadingHTTPServer:
    """Serve *folder* from a thread, on a free port of this machine."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def copy_of_the_guide(folder: Path) -> Path:
    """Copy into *folder* all that a build reads."""
    for name in ("docs", "hooks", "overrides", "quiz_data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def add_the_exhibit(folder: Path) -> None:
    """Put the tests' own quiz and pages into the guide at *folder*."""
    exhibit = ROOT / "tests" / "engine" / "browser"
    shutil.copy(exhibit / "exhibit.yml", folder / "quiz_data")
    for page in exhibit.glob("*.md"):
        shutil.copy(page, folder / "docs")


def build(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build the guide at *folder* into its `site/`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder and the address of the built guide with the exhibit."""
    folder = copy_of_the_guide(tmp_path_factory.mktemp("guide"))
    add_the_exhibit(folder)
    (folder / "site").mkdir()
    server = serve(folder / "site")
    url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    built = build(folder, SITE_URL=url)
    assert built.returncode == 0, built.stderr
    yield folder, url
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(guide: tuple[Path, str]) -> Path:
    """The folder of built pages."""
    return guide[0] / "site"


def search_entries(site: Path) -> list[dict[str, str]]:
    """All that the search of *site* can find."""
    search = site / "search"
    index = json.loads((search / "search_index.json").read_text("utf-8"))
    parts = [search / f"{page.removesuffix('/')}.json" for page in index["pages"]]
    docs = [json.loads(part.read_text("utf-8"))["docs"] for part in parts]
    return [*index["docs"], *itertools.chain(*docs)]


@pytest.fixture(scope="session")
def site_url(guide: tuple[Path, str]) -> str:
    """The address of the home page."""
    return guide[1]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium that `make` found."""
    return (ROOT / ".venv" / "browser").read_text("utf-8").strip()


@pytest.fixture(scope="session")
def whole_chromium(chromium: str) -> str:
    """One with windows, which also heeds the settings of a profile; a headless shell does not."""
    return on_the_machine(*BROWSERS) or chromium


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str, whole_chromium: str) -> Iterator[Browser]:
    """A headless Chromium; with HEADED, one that shows its windows."""
    headless = "HEADED" not in os.environ
    started = playwright.chromium.launch(
        executable_path=chromium if headless else whole_chromium,
        args=CHROMIUM_FLAGS,
        headless=headless,
    )
    yield started
    started.close()


def reader(browser: Browser, **options: object) -> BrowserContext:
    """Somebody who was never here before; no worker answers for the network."""
    options = {"viewport": {"width": 1280, "height": 800}, "service_workers": "block", **options}
    context = browser.new_context(**options)
    context.tracing.start()
    return context


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[object]:
    """Keep a picture of every open tab, and a trace, where a browser test fails."""
    report = yield
    browser = item.funcargs.get("browser") if hasattr(item, "funcargs") else None
    if browser and report.failed:
        folder = ROOT / "test-results" / re.sub(r"\W+", "-", item.name)
        for number, context in enumerate(browser.contexts):
            for tab, page in enumerate(context.pages):
                page.screenshot(path=folder / f"{number}-{tab}.png")
            context.tracing.stop(path=folder / f"{number}.zip")
        report.sections.append(("Screenshots and traces", str(folder)))
    return report


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of the guide."""
    with reader(browser) as fresh:
        yield fresh


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab that fails the test on any error or on a request to another host."""
    faults = watch(context)
    yield context.new_page()
    assert not faults


@pytest.fixture
def lenient(browser: Browser) -> Iterator[Page]:
    """A tab that holds axe, which the policy would keep out."""
    with reader(browser, bypass_csp=True) as context:
        context.add_init_script(AXE.read_text("utf-8"))
        yield context.new_page()


def watch(context: BrowserContext) -> list[str]:
    """The list to which every error, breach of policy and request to another host is added."""
    faults: list[str] = []
    context.add_init_script(TELL_OF_VIOLATIONS)
    context.on("weberror", lambda told: faults.append(f"error: {told.error}"))
    context.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    context.on("request", lambda sent: faults.append(sent.url) if is_foreign(sent.url) else None)
    return faults


def is_foreign(url: str) -> bool:
    """Whether *url* is on another machine."""
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))
