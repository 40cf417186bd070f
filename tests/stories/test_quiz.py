"""A learner takes a quiz by keyboard alone, leaves, and comes back."""

from __future__ import annotations

from stories.answers import WAYS, answer
from stories.learner import ENTER, Learner

QUIZ = "quizzes/exhibit/"


def test_every_kind_of_question_is_answered_by_keyboard_and_stays_answered(
    learner: Learner,
) -> None:
    learner.open(QUIZ)
    for name in WAYS:
        answer(learner, name)
        learner.press(ENTER)
    learner.see(".quiz-result", "7")

    learner.reload()

    learner.see(".segments[aria-label*='7 right, 0 missed so far']")
    for name in WAYS:
        assert (
            learner.call("(id) => document.getElementById(id).dataset.outcome", f"exhibit-{name}")
            == "correct"
        )
