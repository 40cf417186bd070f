"""When each item last changed, out of what `git log` says of the quiz files.

A note in Anki keeps its old text unless the new one is dated later. So an item's date comes from
the lines that were added *and removed*: `git blame` would know nothing of a line that is gone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizbank.model import Bank

LOG = (
    "-c",
    r"diff.quiz.xfuncname=^( *- id: .*|[a-z_]+:.*)$",
    "log",
    "--format=at %ct",
    "--patch",
    "--unified=0",
    "--no-color",
    "--no-renames",
    "--first-parent",
    "--diff-merges=first-parent",
    "--relative",
    "--",
    "quiz_data",
    "hooks/export",
)
"""What git is asked for. `.gitattributes` gives quiz files the driver `quiz`, so that each hunk
names the item it is in. A merge counts when it is merged: only then do readers get its text."""

_TIME = re.compile(r"at (\d+)")
_FILE = re.compile(r"(?:---|\+\+\+) (?:[ab]/(.*)|/dev/null)")
_HUNK = re.compile(r"@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@ ?(.*)")
_ITEM = re.compile(r" *- id: *[\"']?([a-z0-9-]+)")
_TOP = re.compile(r"[a-z_]+:")


def item_times(log: str, bank: Bank) -> dict[str, int]:
    """When each item of *bank* last changed, in seconds since 1970, as far as *log* knows.

    The lines of a file outside its items, and the code that writes the exports, count for all.
    """
    newest: dict[str, int] = {}
    for name, time in _touched(log):
        newest[name] = max(time, newest.get(name, 0))
    times: dict[str, int] = {}
    for id, (quiz, _) in bank.items.items():
        if id in newest:
            times[id] = max(newest[id], newest.get(quiz.path, 0), newest.get("hooks/export", 0))
    return times


def _touched(log: str) -> Iterator[tuple[str, int]]:
    """Each item, quiz file or 'hooks/export' that a hunk changes, with the time of its commit."""
    time, path = 0, ""
    lines = (line for line in log.split("\n") if not line.startswith("\\ "))
    for line in lines:
        if match := _TIME.fullmatch(line):
            time = int(match[1])
        elif match := _FILE.fullmatch(line):
            path = match[1] or path
        elif match := _HUNK.match(line):
            changed = [next(lines) for _ in range(int(match[1] or 1) + int(match[2] or 1))]
            if path.startswith("hooks/export/"):
                yield "hooks/export", time
            else:
                yield from ((name, time) for name in _names(match[3], changed, path))


def _names(header: str, changed: list[str], path: str) -> Iterator[str]:
    """The item that each line of a hunk belongs to, or *path* for lines outside every item."""
    item = _ITEM.match(header)
    name = item[1] if item else path
    for line in (line[1:] for line in changed):
        if item := _ITEM.match(line):
            name = item[1]
        elif _TOP.match(line):
            name = path
        if line.strip():
            yield name
