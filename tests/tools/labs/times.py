"""How long the labs take: the first point of the curve, a whole run, and pauses of the page.

    python tests/tools/labs/times.py [RUNS]

Each run starts in a fresh tab of the built guide, in `site/`, on a machine that does nothing else.
A pause is the longest time between two frames during a run: what somebody who types would notice.
"""

from __future__ import annotations

import statistics
import sys

from playwright.sync_api import Browser, sync_playwright

from conftest import CHROMIUM_FLAGS, ROOT, SUB_PATH, serve

FIRST_POINT, WHOLE_RUN = 300, 3000
"""The bar, in milliseconds, as medians."""

LABS = {
    "instruction-tuning": "",
    "domain-adaptation": "",
    "transfer-learning": "",
    "continued-pre-training": "",
    "rlhf": "",
    "rlhf, DPO": "?method=dpo",
    "rlhf, β = 0": "?beta=0",
    "rlhf, own picks": "?picks=AABAAAAABABB",
    "peft": "",
    "peft, everything": "?method=full",
}

WATCH = """() => {
  const lab = document.querySelector("live-lab")
  window.longest = 0
  let before = performance.now()
  const frame = (now) => {
    window.longest = Math.max(window.longest, now - before)
    before = now
    if (lab.dataset.state !== "done") requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  const start = performance.now()
  new MutationObserver(() => {
    if (lab.dataset.state === "done") lab.dataset.took ??= `${performance.now() - start}`
  }).observe(lab, { attributes: true, attributeFilter: ["data-state"] })
  lab.querySelector(".lab-go .btn--primary").click()
}"""


def main(runs: int) -> int:
    """Print a line for each lab; how many labs miss the bar."""
    path = (ROOT / ".venv" / "browser").read_text("utf-8").strip()
    server = serve(ROOT / "site")
    url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}labs/"
    missed = 0
    print(f"{'median of ' + str(runs) + ' runs, ms':30}{'first point':>12}{'run':>8}{'pause':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        for lab, query in LABS.items():
            address = f"{url}{lab.split(',')[0]}/{query}"
            times = [times_of(browser, address) for _ in range(runs)]
            first, run, pause = (statistics.median(column) for column in zip(*times, strict=True))
            verdict = "" if first <= FIRST_POINT and run <= WHOLE_RUN else "  misses the bar"
            missed += bool(verdict)
            print(f"{lab:30}{first:12.0f}{run:8.0f}{pause:8.0f}{verdict}", flush=True)
        browser.close()
    server.shutdown()
    return missed


def times_of(browser: Browser, address: str) -> tuple[float, float, float]:
    """The first point, the whole run, and the longest pause of one run."""
    with browser.new_context(service_workers="block") as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        lab = page.locator("live-lab .lab-go .btn--primary")
        lab.wait_for()
        page.evaluate(WATCH)
        page.locator("live-lab[data-took]").wait_for(timeout=120_000)
        first, took, pause = page.evaluate(
            """() => {
              const { firstPoint, took } = document.querySelector("live-lab").dataset
              return [Number(firstPoint), Number(took), window.longest]
            }"""
        )
    return first, took, pause


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 5))
