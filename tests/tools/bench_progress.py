"""How long the progress page takes with 10,000 attempts, and whether typing in search stays smooth.

    python tests/tools/bench_progress.py [RUNS]

The attempts and 50 mock exams are put into the store past the guide's own code. Times are those of
the browser, from the start of the navigation until the tables are painted.
"""

from __future__ import annotations

import itertools
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

ATTEMPTS, EXAMS, EXAM_SIZE = 10_000, 50, 20
FEW = 10

WATCH = """
window.painted = new Promise((resolve) => {
    const watch = () => {
        if (!document.querySelector(".topic-row")) return
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
        print_loads({count: loads(pages[count], runs) for count in (FEW, ATTEMPTS)})
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


def loads(page: Page, runs: int) -> float:
    """Milliseconds until the tables are painted, the median of *runs* after one to warm up."""
    times = []
    for _ in range(runs + 1):
        page.reload(wait_until="networkidle")
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


def print_loads(times: dict[int, float]) -> None:
    """Print how long the page takes."""
    print(f"| progress page, load of the machine {os.getloadavg()[0]:.1f} | ms, median |")
    print("|---|---|")
    for count, milliseconds in times.items():
        print(f"| with {count:,} attempts | {milliseconds:.0f} |")
    print(f"| ratio (bar: 1,000 ms) | {times[ATTEMPTS] / times[FEW]:.2f} |\n")


def print_typing(longest: dict[int, dict[str, float]]) -> None:
    """Print what a reader waits for who types in search."""
    print("| typing “fine-tuning” in search | longest task, ms | longest wait of a key, ms |")
    print("|---|---|---|")
    for count, found in longest.items():
        print(f"| with {count:,} attempts | {found['task']:.0f} | {found['wait']:.0f} |")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
