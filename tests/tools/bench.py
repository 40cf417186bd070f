"""What 1,000 items cost to build against the same words as plain Markdown, and what a page weighs.

    python tests/tools/bench.py [PAIRS]

Both sides are whole builds with the guide's theme, hook and policy, of its headings, which links
lead to, and of 1,000 items made of its own. On one side the items come from quiz files, on the
other they are Markdown with the same words. The two run in turn; the ratio is the median of the
pairs' ratios.
"""

from __future__ import annotations

import gzip
import itertools
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guide import Sources, read_guide, read_prose, read_sources
from guide.build import bank_files
from quizbank.model import Bank, Choice, Item, Match, Number, Order, Recall
from quizbank.parse.quiz import quiz_paths
from tools.bars import against

ROOT = Path(__file__).parents[2]
ITEMS = 1000
TIMES = 10
"""How many times as many items the large build has."""
RATIO, SCRIPT = 1.2, 14_000
"""The bars: of a build against plain Markdown, and bytes of the quiz's script."""

_WORD = re.compile(r"\b(?!(?:that|three|four|five)\b)([a-z]{4,})\b")
"""Any but those that the rules for stems look for."""


def main(pairs: int) -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        quizzes, plain = Path(folder, "quizzes"), Path(folder, "plain")
        lay_out(quizzes)
        lay_out(plain)
        count = write_quizzes(quizzes, ITEMS)
        write_plain(quizzes, plain)
        build_cost(quizzes)  # once for the disk cache and Python's byte code
        runs = [(build_cost(quizzes), build_cost(plain)) for _ in range(pairs)]
        print_builds(count, runs)
        large = Path(folder, "large")
        lay_out(large)
        write_quizzes(large, TIMES * ITEMS)
        print_growth(
            statistics.median(quiz.seconds for quiz, _ in runs), runs[0][0], build_cost(large)
        )
        print_weights(quizzes / "site")


def lay_out(folder: Path) -> None:
    """Copy what a build needs: of the prose only headings, no quiz, and no nav to name pages."""
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name)
    for page in folder.glob("docs/**/*.md"):
        headings = re.findall(r"(?m)^#+ .*$", page.read_text("utf-8"))
        page.write_text("\n\n".join(headings), "utf-8")
    (folder / "quiz_data").mkdir()
    config = (ROOT / "mkdocs.yml").read_text("utf-8").split("\nnav:\n")[0]
    (folder / "mkdocs.yml").write_text(config, "utf-8")


def write_settings(folder: Path) -> None:
    """Copy what the quizzes need, without rules that name quizzes or pages."""
    for name in ("misconceptions.yml", "sources.yml"):
        shutil.copy(ROOT / "quiz_data" / name, folder / "quiz_data")
    settings = (ROOT / "quiz_data" / "guide.yml").read_text("utf-8")
    settings = settings.replace("balance: problem", "balance: warning")
    settings = re.sub(r"(?m)^(?:confusable|coverage):.*\n(?: .*\n)+", "", settings)
    (folder / "quiz_data" / "guide.yml").write_text(settings, "utf-8")


def write_quizzes(folder: Path, items: int) -> int:
    """Fill *folder* with the guide's own quizzes, over and over, under new ids; how many items."""
    write_settings(folder)
    originals = [ROOT / path for path in quiz_paths(bank_files(read_sources(ROOT)))]
    count = 0
    for copy in itertools.count(1):
        for original in originals:
            text, found = renamed(original.read_text("utf-8"), copy)
            (folder / "quiz_data" / f"copy-{copy}-{original.name}").write_text(text, "utf-8")
            count += found
            if count >= items:
                return count
    return count


def renamed(quiz: str, copy: int) -> tuple[str, int]:
    """*quiz* with other ids and other words in its stems, and how many items it has."""

    def reworded(stem: re.Match[str]) -> str:
        return stem[1] + _WORD.sub(rf"\g<1>{copy}", stem[2])

    quiz = re.sub(r"(?m)^(    stem: )(>-\n(?:      .*\n)+|.*\n)", reworded, quiz)
    return re.subn(r"(?m)^(  - id: )", rf"\1copy-{copy}-", quiz)


def write_plain(quizzes: Path, folder: Path) -> None:
    """Write the pages of *quizzes* as plain Markdown with the same words into *folder*."""
    sources = Sources(files=read_sources(quizzes), prose=read_prose(quizzes), diagrams={})
    bank = read_guide(sources).bank
    target = folder / "docs" / "quizzes"
    target.mkdir()
    for quiz in bank.quizzes:
        blocks = [
            f"# Quiz: {quiz.title}",
            *(block for item in quiz.items for block in words(item, bank)),
        ]
        text = re.sub(r"\]\(/", "](../", "\n\n".join(blocks))
        (target / f"{quiz.slug}.md").write_text(text, "utf-8")
    first = (ROOT / "quiz_data" / "peft.yml").read_text("utf-8")  # the hook wants one
    one_item = "".join(re.split(r"(?m)^(?=  - id: )", first)[:2])
    (folder / "quiz_data" / "one.yml").write_text(one_item, "utf-8")
    write_settings(folder)


def words(item: Item, bank: Bank) -> Iterator[str]:
    """Everything that *item* says on its page, as blocks of plain Markdown."""
    yield from filter(None, [item.scenario, item.stem])
    yield "\n".join(f"- {text.strip()}" for text in offered(item))
    yield from (f"Hint {number}\n\n{hint}" for number, hint in enumerate(item.hints, 1))
    yield "Answer and why"
    choices = item.interaction.choices
    yield "\n".join(f"- **{each.text.strip()}** *Right.* {each.why.strip()}" for each in choices)
    if isinstance(item.interaction, Recall):
        yield item.interaction.answer
    yield item.rationale
    beliefs = dict.fromkeys(each.misconception for each in item.interaction.distractors)
    mix_ups = [bank.beliefs[name] for name in beliefs if name]
    if mix_ups:
        yield "Common mix-ups"
    yield "\n".join(
        f"- **{each.text.strip()}.** {each.why.strip()} [Read more]({each.section})"
        for each in mix_ups
    )
    yield from filter(None, [item.status_note])
    sources = ", ".join(f"[{source}]({source})" for source in item.sources)
    yield f"Sources: {sources}. Facts checked on {item.reviewed}."


def offered(item: Item) -> list[str]:
    """What a reader chooses from."""
    match item.interaction:
        case Match(pairs=pairs) as match:
            menu = " ".join(match.responses)
            return [f"{pair.prompt} Choose… {menu}" for pair in pairs]
        case Choice() | Order():
            return [choice.text for choice in item.interaction.choices]
        case Number(unit=unit):
            return [f"Your answer {unit}"]
        case Recall():
            return ["Your answer, in your own words"]


class Cost(NamedTuple):
    """What a build takes."""

    seconds: float
    """Of the processor, user and system."""
    megabytes: float
    """Of memory, at most."""


def build_cost(folder: Path) -> Cost:
    """What one whole build takes."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    build = subprocess.Popen(command, cwd=folder, env=environment)
    _, status, used = os.wait4(build.pid, 0)
    build.returncode = os.waitstatus_to_exitcode(status)
    if build.returncode:
        raise SystemExit(f"The build of {folder} has failed.")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def print_growth(seconds: float, small: Cost, large: Cost) -> None:
    """Print how much more ten times the items take."""
    times = large.seconds / seconds
    memory = large.megabytes / small.megabytes
    print(f"| {TIMES} times as many items | take | times as much |")
    print("|---|---|---|")
    print(
        f"| CPU s (bar: {TIMES} times) | {large.seconds:.1f} | {against(times, TIMES, '{:.1f}')} |"
    )
    shown = against(memory, TIMES, "{:.1f}")
    print(f"| MB at most (bar: {TIMES} times) | {large.megabytes:.0f} | {shown} |\n")


def print_builds(count: int, runs: list[tuple[Cost, Cost]]) -> None:
    """Print the medians and the ratio."""
    quizzes, plain = (
        statistics.median(cost.seconds for cost in side) for side in zip(*runs, strict=True)
    )
    ratio = statistics.median(quiz.seconds / words.seconds for quiz, words in runs)
    print(f"| build of {count:,} more items, {len(runs)} pairs | CPU s, median |")
    print("|---|---|")
    print(f"| from quiz files | {quizzes:.2f} |")
    print(f"| the same words as plain Markdown | {plain:.2f} |")
    print(f"| ratio, median of pairs (bar: {RATIO}) | {against(ratio, RATIO, '{:.2f}')} |\n")


def print_weights(site: Path) -> None:
    """Print what a page loads of the quiz's script and style."""
    with_quiz, without = (
        quiz_files(site, "quizzes/copy-1-peft/index.html"),
        quiz_files(site, "404.html"),
    )
    print("| quiz script on a page (style is in the page) | files | bytes | bytes, gzip -9 |")
    print("|---|---|---|---|")
    print(weight_row("with a quiz", with_quiz, SCRIPT))
    print(weight_row("without", without, 0))


def weight_row(name: str, files: list[Path], bar: int) -> str:
    """One row of the table of weights."""
    raw = [file.read_bytes() for file in files]
    packed = sum(len(gzip.compress(data, 9, mtime=0)) for data in raw)
    shown = against(packed, bar, "{:,}")
    return f"| {name} (bar: {bar:,} gzip) | {len(files)} | {sum(map(len, raw)):,} | {shown} |"


def quiz_files(site: Path, page: str) -> list[Path]:
    """Every file for quizzes that *page* loads, scripts packed."""
    html = (site / page).read_text("utf-8")
    named = re.findall(
        r"""[^"'> ]*(assets/(?:pages/(?!site\.)|quiz/|exam/|review/)[\w.-]+)""", html
    )
    return sorted(site / name for name in set(named))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
