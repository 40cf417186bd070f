"""What the guide moves in a month with many readers, against the bandwidth of a free host.

    python tests/tools/bench_month.py

A reader in Chromium opens pages, has the whole guide kept, and takes a deploy, of two real builds.
What the server is asked for counts as its gzip size and some bytes for each answer's head. The rest
is arithmetic on the assumptions below.
"""

from __future__ import annotations

import gzip
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from conftest import CHROMIUM_FLAGS, ROOT, build, copy_of_the_guide
from engine.browser.acts import wait_until
from engine.browser.hosting import Line
from engine.browser.test_offline import ALL_KEPT, SETTLED, UPDATED
from tools.bars import against

NEW = RETURNING = 100_000
"""Readers in the month."""
FIRST_VISIT = ("", "methods/peft/", "quizzes/peft/")
"""What a new reader opens."""
SHARE_KEPT = 0.2
"""Of the new readers, those who answer, come back, or install, and so get the whole guide. A guess;
the table says what each further tenth costs."""
DEPLOYS = 4
"""In the month. Each changes the text of one page; each returning reader keeps the whole guide and
comes after every deploy."""
CHANGED = "methods/peft.md"
HEAD = 400
"""Bytes of an answer before its body."""
DEPLOY = 60
"""kB that a deploy of one page may cost a returning reader."""
BAR, FREE = 60, 100
"""GB: what we allow ourselves, and where GitHub Pages has its soft limit."""


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder, Line() as line, sync_playwright() as playwright:
        before, after = two_builds(Path(folder))
        line.folder = before
        threading.Thread(target=line.serve_forever, daemon=True).start()
        path = (ROOT / ".venv" / "browser").read_text("utf-8").strip()
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        page = browser.new_page()
        first = first_visit(page, line)
        whole = moved(line, page, ALL_KEPT)
        line.folder = after
        deploy = moved(line, page, UPDATED)
        browser.close()
        line.shutdown()
        print_month(first, whole, deploy, weight(after.glob("offline/*.json")))


def two_builds(folder: Path) -> tuple[Path, Path]:
    """The guide as it is, and with a sentence more."""
    sites = []
    for name, addition in (("before", ""), ("after", "\nA sentence more.\n")):
        guide = copy_of_the_guide(folder / name)
        page = guide / "docs" / CHANGED
        text = page.read_text("utf-8")
        page.write_text(text.replace("\n## ", f"{addition}\n## ", 1), "utf-8")
        build(guide).check_returncode()
        sites.append(guide / "site")
    return sites[0], sites[1]


def first_visit(page: Page, line: Line) -> int:
    """Bytes that a new reader moves who only reads."""
    address = f"http://127.0.0.1:{line.server_port}/guide/"
    for path in FIRST_VISIT:
        page.goto(address + path, wait_until="networkidle")
        wait_until(page, SETTLED)
    return asked_for(line)


def moved(line: Line, page: Page, act: str) -> int:
    """Bytes that *act* moves, a script that runs in *page*."""
    if page.wait_for_function(act, timeout=120_000).json_value() in (False, "refused"):
        raise SystemExit(f"The guide could not be kept: {act}")
    return asked_for(line)


def asked_for(line: Line) -> int:
    """Bytes of all that *line* was asked for since the last time."""
    paths = [line.folder / address for address in line.asked]
    line.asked.clear()
    return weight(path / "index.html" if path.is_dir() else path for path in paths)


def weight(paths: Iterable[Path]) -> int:
    """Bytes on the wire of these files."""
    return sum(HEAD + len(gzip.compress(path.read_bytes(), 6)) for path in paths)


def print_month(first: int, whole: int, deploy: int, parcels: int) -> None:
    """Print what each reader moves, and all of them."""
    new = NEW * (first + SHARE_KEPT * whole) / 1e9
    returning = RETURNING * DEPLOYS * deploy / 1e9
    every_page = RETURNING * parcels / 1e9
    print("| a month | kB for each | GB |")
    print("|---|---|---|")
    print(
        f"| {NEW:,} new readers: a first visit of {len(FIRST_VISIT)} pages | {first / 1e3:.0f} | |"
    )
    print(f"| the whole guide, for {SHARE_KEPT:.0%} of them | {whole / 1e3:.0f} | {new:.0f} |")
    print(
        f"| {RETURNING:,} returning readers, {DEPLOYS} deploys that change one page "
        f"(bar: {DEPLOY} kB) | {against(deploy / 1e3, DEPLOY)} | {returning:.0f} |"
    )
    all_of_it = against(new + returning, BAR)
    print(f"| all (bar: {BAR}; GitHub Pages: about {FREE}) | | {all_of_it} |")
    tenth = NEW * 0.1 * whole / 1e9
    print(f"| besides, the whole guide for each further tenth of new readers | | {tenth:.0f} |")
    print(
        f"| besides, a deploy that changes every page | {parcels / 1e3:.0f} | {every_page:.0f} |\n"
    )


if __name__ == "__main__":
    main()
