"""Compares how pages look with the style that was picked for each, and with all of the style.

    python tests/tools/pixels.py [PAGE ...]

Builds the guide twice, once with whole style sheets, and compares screenshots byte by byte: every
page or those that are named, on a phone and a wide window, light and dark, at the top, in the
middle, and with everything unfolded. Prints what differs. Takes ten minutes for all pages.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CHROMIUM_FLAGS, ROOT, SUB_PATH, build, copy_of_the_guide, serve

WHOLE = """
import sys, built.pack
built.pack.inline_styles = lambda site: built.pack.Inlined([], {})
from mkdocs.__main__ import cli
sys.argv = ["mkdocs", "build", "--quiet"]
cli()
"""
UNFOLD = "for (const one of document.querySelectorAll('article details')) one.open = true"
STATES = ("0", "scrollTo(0, 1500)", UNFOLD)
SETTLED = "new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done)))"
TRIES = 3
"""A screenshot differs now and then by the edge of a letter."""


def main(names: list[str]) -> int:
    """1 if a page looks different."""
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        whole, picked = (copy_of_the_guide(Path(temporary, name)) for name in ("whole", "picked"))
        subprocess.run([sys.executable, "-c", WHOLE], cwd=whole, check=True)
        build(picked).check_returncode()
        pages = names or sorted(
            path.parent.relative_to(picked / "site").as_posix() + "/"
            for path in (picked / "site").rglob("index.html")
        )
        chromium = (ROOT / ".venv" / "browser").read_text("utf-8").strip()
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        different = list(differences(browser, [whole / "site", picked / "site"], pages))
    print(*different, f"{len(different)} differ", sep="\n")
    return 1 if different else 0


def differences(browser: Browser, sites: list[Path], pages: list[str]) -> Iterator[str]:
    """What does not look the same in the two *sites*."""
    servers = [serve(site) for site in sites]
    addresses = [f"http://127.0.0.1:{server.server_port}{SUB_PATH}" for server in servers]
    for width, scheme in itertools.product((360, 1280), ("light", "dark")):
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            reduced_motion="reduce",
            service_workers="block",
        )
        tab = context.new_page()
        for page, state in itertools.product(pages, STATES):
            if not any(looks_the_same(tab, addresses, page, state) for _ in range(TRIES)):
                yield f"{page} {width} {scheme} {state}"
        context.close()


def looks_the_same(tab: Page, addresses: list[str], page: str, state: str) -> bool:
    """Whether *page* looks the same at both *addresses* once *state* has run."""
    shots = []
    for address in addresses:
        tab.goto(address + page.removeprefix("./"), wait_until="networkidle")
        tab.evaluate(state)
        tab.evaluate(SETTLED)
        shots.append(tab.screenshot(animations="disabled", caret="hide"))
    return shots[0] == shots[1]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
