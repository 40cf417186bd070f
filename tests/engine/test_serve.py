"""Live reload: a saved quiz file is seen, a mistake is told, and the server goes on."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from conftest import copy_of_the_guide

PATIENCE = 300
"""Seconds: the server answers for a page only once no build is under way."""


class Served:
    """A guide under `mkdocs serve`, asked as its author's browser asks."""

    def __init__(self, folder: Path, port: int, said: IO[str]) -> None:
        self.folder = folder
        self.quiz = folder / "quiz_data" / "peft.yml"
        self.url = f"http://127.0.0.1:{port}"
        self._said = said

    def page(self, path: str = "/quizzes/peft/") -> str:
        """The page at *path* as it is now."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())

    def after(self, change: str, file: Path | None = None) -> str:
        """The quiz page once the server has seen *file*, or the quiz's, with the text *change*."""
        before = self._epoch()
        (file or self.quiz).write_text(change, "utf-8")
        # The server answers when there is a newer build, and once a minute where there is none.
        while self._epoch() == before:
            url = f"{self.url}/livereload/{before}/{before}"
            urllib.request.urlopen(url, timeout=PATIENCE).close()
        return self.page()

    def _epoch(self) -> str:
        """When the build that is served was made."""
        epoch = re.search(r"livereload\((\d+), \d+\)", self.page())
        assert epoch
        return epoch[1]

    def wait_for(self, words: str) -> str:
        """The first line that the server prints with *words* in it."""
        return next(line for line in self._said if words in line)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """The guide, served until the test ends."""
    with serving(copy_of_the_guide(tmp_path)) as guide:
        yield guide


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve the guide in *folder*."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": f"http://127.0.0.1:{port}/",
    }
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr
        guide = Served(folder, port, server.stderr)
        guide.wait_for("Serving on")
        yield guide
        server.terminate()


def test_a_saved_quiz_is_seen_and_a_mistake_is_told(served: Served) -> None:
    good = served.quiz.read_text("utf-8")

    changed = served.after(good.replace("    hints: [", "    hints: [A new hint, ", 1))
    mistaken = served.after(good.replace("difficulty: recall", "difficulty: easy", 1))
    told = served.wait_for("difficulty")
    mended = served.after(good)

    assert "A new hint" in changed
    assert "Problems: 1." in mistaken
    assert "difficulty &#x27;easy&#x27; is not one of" in mistaken
    assert re.match(r"quiz_data/peft\.yml:\d+:\d+: item 'peft-", told)
    assert "Problems:" not in mended
    assert "<quiz-check" in mended


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]

        served = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert served.returncode == 1
    assert (
        f"The guide cannot be served on 127.0.0.1:{port}: Address already in use." in served.stderr
    )
    assert "Traceback" not in served.stderr


def test_a_page_that_no_mistake_touches_is_shown_with_a_bar(served: Served) -> None:
    good = served.quiz.read_text("utf-8")
    served.after(good.replace("difficulty: recall", "difficulty: easy", 1))

    glossary = served.page("/exam/glossary/")
    assert "Problems: 1." in glossary
    assert "Adapter" in glossary

    page = served.folder / "docs" / "sources.md"
    before, wrong = page.read_text("utf-8"), "[gone](gone.md) and *red*{ style='color: red' }\n"
    served.after(f"{before}\n{wrong}", page)

    line = before.count("\n") + 2
    link = f"docs/sources.md:{line}:{wrong.index('gone.md') + 1}: &#x27;gone.md&#x27; leads to no"
    style = f"docs/sources.md:{line}:{wrong.index('color') + 1}: attribute &#x27;style&#x27; of"
    for shown in (served.page("/exam/glossary/"), served.page("/sources/")):
        assert "Problems: 3." in shown
        assert link in shown
        assert style in shown
    assert served.wait_for("docs/sources.md")
