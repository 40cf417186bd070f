"""What the parser passes on that no page shows as it is."""

from __future__ import annotations

from pathlib import Path

from authoring.problems import Report
from guide import Sources, read_guide
from quizbank.model import Match, Order
from quizbank.parse.settings import read_settings

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = (GOLDEN / "guide.yml").read_bytes()
MISCONCEPTIONS = (GOLDEN / "misconception" / "misconceptions.yml").read_bytes()
PROSE = {"index.md": "# Home\n", "methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where {#place}\n"}


def interaction(quiz: str) -> object:
    """The interaction of the first item of a *quiz* without a mistake."""
    files = {"quiz_data/guide.yml": SETTINGS, "quiz_data/quiz.yml": quiz.encode()}
    if "misconception" in quiz:
        files["quiz_data/misconceptions.yml"] = MISCONCEPTIONS
    guide = read_guide(Sources(files=files, prose=PROSE, diagrams={}))
    assert guide.problems == ()
    return guide.bank.quizzes[0].items[0].interaction


def story(name: str) -> str:
    return (GOLDEN / name / "quiz.yml").read_text("utf-8")


def test_a_distractor_is_filed_under_its_misconception() -> None:
    quiz = story("order-distractors").replace(
        "one tokenizer.}", "one tokenizer., misconception: edits-the-base}"
    )

    order = interaction(quiz)

    assert isinstance(order, Order)
    assert [step.misconception for step in order.distractors] == ["edits-the-base"]


def test_a_pair_knows_its_place() -> None:
    match = interaction(story("match"))

    assert isinstance(match, Match)
    assert [pair.place for pair in match.pairs] == [(9, 9), (10, 9), (11, 9)]


def test_words_of_the_settings_stand_without_spaces_around_them() -> None:
    words = b"notice: ' Not affiliated. '\ncommon_words: to the\n"

    plain, told = (
        read_settings({"quiz_data/guide.yml": SETTINGS + more}, Report()) for more in (b"", words)
    )

    assert (plain.notice, plain.common_words) == ("", frozenset())
    assert (told.notice, told.common_words) == ("Not affiliated.", {"to", "the"})
