"""A guide on another subject, as a learner meets it: quiz, exam, review, progress."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from conftest import ROOT, SUB_PATH, build, serve


@pytest.fixture(scope="module")
def coffee(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the guide that `make new-guide` leaves."""
    folder: Path = tmp_path_factory.mktemp("new") / "coffee"
    command = [sys.executable, str(ROOT / "tests" / "tools" / "new_guide.py"), str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    (folder / "site").mkdir()
    server = serve(folder / "site")
    url = f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    built = build(folder, "--strict", SITE_URL=url)
    assert built.returncode == 0, built.stderr
    yield url
    server.shutdown()
    server.server_close()


def test_a_question_is_answered_and_progress_tells_of_it(page: Page, coffee: str) -> None:
    page.goto(coffee + "quizzes/extraction/")
    item = page.locator("#extraction-sour")
    item.get_by_label("A longer brew").check()
    item.get_by_role("button", name="Check").click()
    expect(item.locator("quiz-check[data-recorded]")).to_be_attached()
    expect(item).to_have_attribute("data-outcome", "correct")

    page.goto(coffee + "practice/progress/")

    expect(page.get_by_role("table", name="Readiness by objective")).to_contain_text("Brewing")


def test_an_exam_has_the_sizes_of_the_settings(page: Page, coffee: str) -> None:
    page.goto(coffee + "practice/mock-exam/")

    expect(page.get_by_role("radio", name="5 questions")).to_be_visible()
    expect(page.get_by_role("radio", name="20 questions")).to_have_count(0)


def test_review_asks(page: Page, coffee: str) -> None:
    page.goto(coffee + "practice/review/")

    expect(page.get_by_role("button", name="A mix")).to_be_visible()
