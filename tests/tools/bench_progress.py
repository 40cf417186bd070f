"""How long pages take with 10,000 attempts, and whether typing in search stays smooth.

    python tests/tools/bench_progress.py [RUNS]

The attempts and 50 mock exams are put into the store past the guide's own code. Times are those of
the browser, from the start of the navigation until what a page says of the reader is painted.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from conftest import CHROMIUM_FLAGS, ROOT, SUB_PATH, build, copy_of_the_guide, serve
from engine.browser.seeding import DAY, KEEP, Index, attempt, exam, index_of, items_of
from tools.bars import against

ATTEMPTS, EXAMS, EXAM_SIZE = 10_000, 50, 20
FEW = 10
MORE = 300
"""Milliseconds that a page may take longer with all of them."""
SIGNS = {
    "": "study-today .today__facts",
    "practice/review/": "quiz-review .btn--primary",
    "practice/progress/": ".topic-row",
}
"""What is there once a page has read the attempts."""

WATCH = (
    f"const SIGN = {json.dumps(', '.join(SIGNS.values()))}"
    + """
window.painted = new Promise((resolve) => {
    const watch = () => {
        if (!document.querySelector(SIGN)) return
        watching.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    const watching = new MutationObserver(watch)
    watching.observe(document, { childList: true, subtree: true })
})
const watchFor = (type, name, timeOf) =>
    new PerformanceObserver((list) => {
        const times = list.getEntries().map(timeOf)
        window.longest[name] = Math.max(window.longest[name], ...times)
    }).observe({ type, durationThreshold: 16 })
window.longest = { task: 0, wait: 0 }
watchFor("longtask", "task", ({ duration }) => duration)
watchFor("event", "wait", ({ startTime, processingStart }) => processingStart - startTime)
"""
)


def main(runs: int) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        guide = copy_of_the_guide(Path(folder))
        (guide / "site").mkdir()
        server = serve(guide / "site")
        url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
        build(guide, SITE_URL=url).check_returncode()
        index = index_of(guide / "site")
        path = (ROOT / ".venv" / "browser").read_text("utf-8").strip()
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        pages = {count: reader(browser, url, index, count) for count in (0, FEW, ATTEMPTS)}
        print_loads(
            {
                address: [loads(pages[count], url + address, runs) for count in (FEW, ATTEMPTS)]
                for address in SIGNS
            }
        )
        print_typing({count: typing(pages[count]) for count in (0, ATTEMPTS)})
        browser.close()
        server.shutdown()


def reader(browser: Browser, url: str, index: Index, count: int) -> Page:
    """The progress page of a reader with *count* attempts, and 50 exams where that is many."""
    page = browser.new_context(service_workers="block").new_page()
    page.add_init_script(WATCH)
    page.goto(url + "practice/progress/")
    page.get_by_role("button", name="Export").wait_for()
    exams, sat = sit(index) if count == ATTEMPTS else ([], [])
    answered = [*sat, *answers(index, count - len(sat))]
    page.evaluate(
        KEEP,
        {"attempts": [[one] for one in answered], "exams": [[one, one["id"]] for one in exams]},
    )
    return page


def answers(index: Index, count: int) -> list[dict[str, object]]:
    """Answers to questions and terms over the last year, two of three right."""
    chance = random.Random(count)
    items = [*items_of(index), *index["terms"]]
    return [
        attempt(
            chance.choice(items),
            id=f"answer-{number}",
            outcome=chance.choice(["correct", "correct", "incorrect"]),
            confidence=chance.choice([None, "sure", "unsure", "guessing"]),
            at=now() - chance.randrange(365 * DAY),
        )
        for number in range(count)
    ]


def sit(index: Index) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Mock exams, a week between them, and their attempts."""
    chance = random.Random(EXAMS)
    sittings = [
        exam(f"exam-{number}", chance.sample(items_of(index), EXAM_SIZE), now() - 7 * DAY * number)
        for number in range(EXAMS)
    ]
    return [one for one, _ in sittings], list(itertools.chain(*(sat for _, sat in sittings)))


def now() -> int:
    """Milliseconds since 1970."""
    return int(time.time() * 1000)


def loads(page: Page, address: str, runs: int) -> float:
    """Milliseconds until *address* is painted, the median of *runs* after one to warm up."""
    times = []
    for _ in range(runs + 1):
        page.goto(address, wait_until="networkidle")
        times.append(page.evaluate("window.painted"))
    return statistics.median(times[1:])


def typing(page: Page) -> dict[str, float]:
    """The longest task and the longest wait of a key, in milliseconds, while a word is typed."""
    page.reload(wait_until="networkidle")
    page.get_by_role("button", name="Search").first.click()
    search = page.get_by_role("searchbox", name="Search")
    search.press_sequentially("fine", delay=100)  # the index is read at the first letters
    page.get_by_role("link", name="fine").first.wait_for()
    search.clear()
    page.evaluate("window.longest = { task: 0, wait: 0 }")
    search.press_sequentially("fine-tuning", delay=100)
    page.wait_for_load_state("networkidle")
    return page.evaluate("window.longest")


def print_loads(times: dict[str, list[float]]) -> None:
    """Print how long each page takes with few and with many attempts."""
    load = os.getloadavg()[0]
    print(
        f"| painted, ms, median; load of the machine {load:.1f} | {FEW} attempts | {ATTEMPTS:,} "
        "| more |"
    )
    print("|---|---|---|---|")
    for address, (few, many) in times.items():
        more = against(many - few, MORE)
        print(f"| /{address} (bar: {MORE} more) | {few:.0f} | {many:.0f} | {more} |")
    print()


def print_typing(longest: dict[int, dict[str, float]]) -> None:
    """Print what a reader waits for who types in search."""
    print("| typing “fine-tuning” in search | longest task, ms | longest wait of a key, ms |")
    print("|---|---|---|")
    for count, found in longest.items():
        print(f"| with {count:,} attempts | {found['task']:.0f} | {found['wait']:.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
