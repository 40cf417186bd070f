"""Build the guide with Zensical, without a hook, and say how far it gets.

    python tests/tools/zensical.py PROGRAM

PROGRAM is Zensical's own. Each step is tried, whatever became of the one before; exit status 1 if
one fails. On GitHub, the summary of the run lists the steps, and what fails is a warning too.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
QUESTION = '<form class="quiz-item"'
OF_HOOKS = ("hooks", "watch")
OF_THE_THEME = ("custom_dir", "static_templates")
"""Settings of mkdocs.yml that Zensical is tried without."""


class StepError(Exception):
    """What a program said last before it failed."""


def run(*command: object) -> str:
    """What *command* prints. Raises StepError where it fails."""
    parts = [str(part) for part in command]
    done = subprocess.run(parts, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StepError((done.stderr or done.stdout).strip().rpartition("\n")[2])
    return done.stdout


def copy_of_the_guide(folder: Path, left_out: tuple[str, ...]) -> None:
    """Its sources in *folder*, the Markdown written, and mkdocs.yml without what is *left_out*."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    run(sys.executable, "-m", "guide", "write", folder / "docs")
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8")
    lines = rf"(?m)^ *({'|'.join(left_out)}): .*\n"
    (folder / "mkdocs.yml").write_text(re.sub(lines, "", configuration), "utf-8")


def questions(pages: Iterator[Path]) -> int:
    """How many questions *pages* hold."""
    return sum(page.read_text("utf-8").count(QUESTION) for page in pages)


def build(program: str, folder: Path, left_out: tuple[str, ...]) -> str:
    """Build a copy of the guide in *folder*; how much of it is there."""
    copy_of_the_guide(folder, left_out)
    run(program, "build", "--clean", "--config-file", folder / "mkdocs.yml")
    written, built = folder / "docs", folder / "site"
    pages = len(list(written.rglob("*.md"))), len(list(built.rglob("index.html")))
    counts = questions(written.rglob("*.md")), questions(built.rglob("*.html"))
    counted = f"{pages[1]} of {pages[0]} pages, {counts[1]} of {counts[0]} questions"
    if pages[0] != pages[1] or counts[0] != counts[1]:
        raise StepError(counted)
    return counted


def finish(site: Path) -> str:
    """Do what `python -m built` does to *site*."""
    if not (site / "index.html").is_file():
        raise StepError("there is no site to finish")
    run(sys.executable, "-m", "built", site)
    return "no problem"


def say(result: str, sentence: str) -> None:
    """Print what became of a step, for people and for GitHub."""
    print(f"{result}: {sentence}", flush=True)
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"- {result}: {sentence}\n")
        if result == "fails":
            print(f"::warning title=Zensical::{sentence}", flush=True)


def main(program: str) -> int:
    """Try each step and say what became of it."""
    with tempfile.TemporaryDirectory() as name:
        plain, themed = Path(name, "plain"), Path(name, "themed")
        steps: dict[str, Callable[[], str]] = {
            "Zensical's theme": lambda: build(program, plain, OF_HOOKS + OF_THE_THEME),
            "python -m built, after that": lambda: finish(plain / "site"),
            "the guide's theme": lambda: build(program, themed, OF_HOOKS),
            "python -m built, after that one": lambda: finish(themed / "site"),
        }
        failures = 0
        for step, attempt in steps.items():
            try:
                say("works", f"{step}: {attempt()}")
            except StepError as error:
                failures += 1
                say("fails", f"{step}: {error}")
    return 1 if failures else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
