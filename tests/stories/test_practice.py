"""A learner sits a mock exam, reviews, turns cards, and takes the progress elsewhere."""

from __future__ import annotations

import json

from engine.browser.exams import STORED
from stories.answers import answer, give_any_answer
from stories.learner import SPACE, Learner

EXAM_QUESTION = ".exam-stage form.quiz-item"
ARE_STORED = f"""async (answers) => {{
    const [exam] = await ({STORED})()
    return Object.keys(exam.responses).length === answers
}}"""
MARKS = '() => [...document.querySelectorAll(".exam-map__grid button")].map((one) => one.ariaLabel)'


def test_an_exam_survives_a_reload_and_is_submitted_once(learner: Learner) -> None:
    learner.open("practice/mock-exam/")
    learner.press_on(".exam-new .btn--primary")
    learner.see(EXAM_QUESTION)
    answered = 0
    for place in range(1, 8):
        learner.expect_focus(".exam-stage h2")
        if learner.call(
            "(form) => document.querySelector(form).dataset.interaction === 'choice'", EXAM_QUESTION
        ):
            boxes = learner.texts(f"{EXAM_QUESTION} .quiz-item__how")
            learner.press(*("123"[: 2 if "2" in "".join(boxes) else 1]))
            answered += 1
        learner.press("f" if place == 2 else "n")
        if place == 2:
            learner.press("n")
        learner.see(".exam-bar__place", f"{place + 1}")
    before = learner.call(MARKS)
    learner.until(ARE_STORED, answered)  # the keys come faster than any learner's

    learner.reload()

    learner.see(EXAM_QUESTION)
    learner.see(".exam-bar__place", "8")
    assert learner.call(MARKS) == before
    assert sum("flagged" in mark for mark in before) == 1
    learner.press_on(".exam-bar__submit")
    learner.see(".exam-panel", "count as wrong")
    learner.press_on(".exam-panel .btn--primary")
    learner.see(".exam-score", "/ ")
    [score] = learner.texts(".exam-score")
    learner.reload()
    learner.see(".exam-score", score)
    assert 0 <= int(score.split("/")[0]) <= answered


def test_a_review_goes_on_after_a_reload_and_ends_with_a_result(learner: Learner) -> None:
    learner.open("practice/review/")
    learner.see(".review .btn")
    learner.call(
        """() => [...document.querySelectorAll(".review input")]
            .find((one) => one.labels?.[0]?.textContent.trim() === "5").click()"""
    )
    learner.press_on(".review__today .btn--primary")
    for place in range(1, 6):
        learner.see(".runbar b", f"{place} of 5")
        if place == 3:
            learner.reload()
            learner.see(".runbar b", "3 of 5")
        give_any_answer(learner, ".review form.quiz-item")
        learner.see(".actions__note", "Comes back")
        learner.press_on(".review .actions .btn--primary")

    learner.see("h2", "Session complete")


def test_cards_are_turned_and_judged_by_keys_and_stay_in_their_place(learner: Learner) -> None:
    learner.open("practice/flashcards/")
    learner.see(".runbar b", "1 of 20")
    for key, place in (("2", "2 of 20"), ("1", "3 of 21")):
        learner.press(SPACE)
        learner.see(".flip__text")
        learner.press(key)
        learner.see(".runbar b", place)
    [front] = learner.texts(".flip__main")

    learner.reload()

    learner.see(".runbar b", "3 of 21")
    assert learner.texts(".flip__main") == [front]


def test_progress_is_exported_erased_and_brought_back(learner: Learner) -> None:
    learner.open("quizzes/exhibit/")
    answer(learner, "one")
    learner.open("practice/progress/")
    learner.see(".strip", "1")
    before = learner.texts(".strip")
    learner.click(".keep .btn:first-child")
    learner.see("quiz-progress [role=status]", "exported")
    exported = learner.exported()
    assert [one["item"] for one in json.loads(exported.read_text("utf-8"))["attempts"]] == [
        "exhibit-one"
    ]
    learner.press_on(".keep__open")
    learner.expect_focus("quiz-progress [type=checkbox]")
    learner.press(SPACE)
    learner.press_on(".keep__erase .btn--danger")
    learner.see("quiz-progress [role=status]", "erased")

    learner.import_file(exported)

    learner.see("quiz-progress [role=status]", "1 answer was added")
    learner.see(".strip", "1")
    assert learner.texts(".strip") == before
