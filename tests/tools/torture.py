"""Run what the guide promises under faults and load, to its end, and print a table.

    python tests/tools/torture.py HOW_MANY_FUZZED_FILES

Most of it are the tests of every day; here they run more often, and some that take too long for
every day run with them.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BROWSER = "tests/engine/browser"
STORIES = "tests/stories"
KILLED = 50


@dataclass(frozen=True)
class Told:
    """What came of a test."""

    has_passed: bool
    seconds: float
    starts: int
    """Of browsers; more than one where a busy machine stopped the first before the test began."""


@dataclass(frozen=True)
class Promise:
    """What is promised, and the tests that show it."""

    words: str
    tests: tuple[str, ...]


PROMISES = (
    Promise(
        f"browser killed at the moment it says an answer is saved, {KILLED} times: kept",
        (f"{BROWSER}/test_crash.py",),
    ),
    Promise(
        "two tabs, 1,000 attempts at once: all kept",
        (
            f"{BROWSER}/test_attempts.py::test_two_tabs",
            f"{BROWSER}/test_exam_storage.py::test_two_tabs",
        ),
    ),
    Promise(
        "storage blocked, full, old, newer, damaged, erased elsewhere: said, graded, nothing lost",
        (
            f"{BROWSER}/test_storage.py",
            f"{BROWSER}/test_store.py",
            f"{BROWSER}/test_exam_storage.py",
        ),
    ),
    Promise(
        "deploy with a missing, stale, or changed file, cut short, on a full disk: refused whole",
        (
            f"{BROWSER}/test_offline.py::test_a_faulty",
            f"{BROWSER}/test_offline.py::test_an_interrupted",
            f"{BROWSER}/test_offline.py::test_a_full_disk",
        ),
    ),
    Promise("reader on an old version during three deploys", ("tests/torture/test_deploys.py",)),
    Promise(
        "hostile text in every field, policy off: nothing runs",
        (f"{BROWSER}/test_hostile.py", f"{BROWSER}/test_hostile_author.py"),
    ),
    Promise("the same in Firefox and WebKitGTK", (f"{STORIES}/test_hostile.py",)),
    Promise(
        "200 damaged files imported: nothing changed",
        ("tests/torture/test_damage.py::test_two_hundred", f"{BROWSER}/test_transfer.py"),
    ),
    Promise(
        "a clock that jumps between 1999 and 2099, or back during an exam",
        (
            "tests/torture/test_damage.py::test_a_clock",
            f"{BROWSER}/test_exam_clock.py",
            f"{BROWSER}/test_storage.py::test_a_clock",
        ),
    ),
)


def run_pytest(*options: str) -> dict[str, Told]:
    """Run tests; what came of each. Nothing where they could not start."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.xml")
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *options]
        subprocess.run(
            [*command, f"--junit-xml={report}"],
            cwd=ROOT,
            env={**os.environ, "CRASH_ROUNDS": str(KILLED)},
            check=False,
        )
        cases = list(ElementTree.parse(report).iter("testcase")) if report.exists() else []
    return {
        f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}": told_by(case)
        for case in cases
    }


def told_by(case: ElementTree.Element) -> Told:
    """What pytest's report says of a test."""
    starts = case.find("properties/property[@name='starts']")
    return Told(
        has_passed=all(part.tag == "properties" for part in case),
        seconds=float(case.get("time", "0")),
        starts=1 if starts is None else int(starts.get("value", "1")),
    )


def row(promise: Promise, tests: Mapping[str, Told]) -> tuple[str, bool]:
    """The promise's line of the table, and whether it was kept."""
    ours = [told for name, told in tests.items() if name.startswith(promise.tests)]
    passed = sum(told.has_passed for told in ours)
    seconds = sum(told.seconds for told in ours)
    again = sum(told.starts - 1 for told in ours)
    words = f"{promise.words} ({again} browsers started again)" if again else promise.words
    line = f"| {words} | {passed} of {len(ours)} | {seconds:.0f} s |"
    return line, passed == len(ours) > 0


def fuzz(files: str) -> tuple[str, bool]:
    """The line of the table for so many damaged quiz files, and whether none led to a traceback."""
    began = time.monotonic()
    command = [sys.executable, "tests/tools/fuzz.py", files]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    sys.stderr.write(told.stderr)
    said = told.stdout.strip().splitlines()[-1]
    seconds = time.monotonic() - began
    return f"| quiz files damaged at random: {said} | | {seconds:.0f} s |", told.returncode == 0


def main(arguments: list[str]) -> int:
    """Print the table; 1 if a promise was broken."""
    files = sorted({name.split("::")[0] for promise in PROMISES for name in promise.tests})
    elsewhere = [name for name in files if name.startswith(STORIES)]
    here = [name for name in files if name not in elsewhere]
    tests = run_pytest("-n", "2", "--dist", "worksteal", *here) | run_pytest(*elsewhere)
    lines = [*(row(promise, tests) for promise in PROMISES), fuzz(arguments[0])]
    print("\n| promise | kept | time of its tests |\n| --- | --- | --- |")
    print("\n".join(line for line, _ in lines))
    return 0 if all(is_kept for _, is_kept in lines) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
