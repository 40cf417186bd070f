"""How long a saved file takes to be seen under `make serve`.

    python tests/tools/bench_reload.py [RUNS]

From the moment that the file is written until the server has answered with the changed page.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from conftest import copy_of_the_guide
from engine.test_serve import Served, serving
from tools.bars import against

BAR = 1000
"""Milliseconds."""


def main(runs: int) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        guide = copy_of_the_guide(Path(folder))
        page, quiz = guide / "docs" / "methods" / "peft.md", guide / "quiz_data" / "peft.yml"
        text, items = page.read_text("utf-8"), quiz.read_text("utf-8")
        with serving(guide) as served:
            rows = {
                what: [
                    save(served, file, was.replace(old, new.format(run), 1), sign.format(run))
                    for run in range(runs)
                ]
                for what, (file, was, old, new, sign) in {
                    "a page": (page, text, "\n\n", "\n\nChange {}.\n\n", "Change {}."),
                    "a quiz": (quiz, items, "hints: [", "hints: [Change {}, ", "Change {}"),
                    "a mistake in a quiz": (
                        quiz,
                        items,
                        "difficulty: recall",
                        "difficulty: d{}",
                        "d{}",
                    ),
                }.items()
            }
    load = os.getloadavg()[0]
    print(f"| saved and seen, ms, {runs} times; load of the machine {load:.1f} | median | most |")
    print("|---|---|---|")
    for what, times in rows.items():
        median = against(statistics.median(times), BAR)
        print(f"| {what} (bar: {BAR:,}) | {median} | {max(times):.0f} |")
    print()


def save(served: Served, file: Path, change: str, sign: str) -> float:
    """Milliseconds until *file* with the text *change* is seen by its *sign* in the page."""
    start = time.perf_counter()
    seen = served.after(change, file)
    took = 1000 * (time.perf_counter() - start)
    path = "/quizzes/peft/" if file.suffix == ".yml" else "/methods/peft/"
    if sign not in seen + served.page(path):
        raise SystemExit(f"{sign!r} is not seen")
    return took


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
