"""What the build tells practice in the browser: what there is to answer, and how an exam is set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from guide import Sources, build_guide, read_guide, write_guide
from guide.index import INDEX_URI

GOLDEN = Path(__file__).parent / "golden"
QUIZ = (GOLDEN / "choice-one" / "quiz.yml").read_text("utf-8")
GUIDE = (GOLDEN / "guide.yml").read_text("utf-8")
PROSE = {
    "index.md": "# Home\n",
    "methods/peft.md": "# PEFT\n\n## LoRA\n\n## Where it sits {#place}\n",
}


def index_of(quiz: str = QUIZ, settings: str = GUIDE) -> Any:  # noqa: ANN401 - it is JSON
    files = {"quiz_data/quiz.yml": quiz.encode(), "quiz_data/guide.yml": settings.encode()}
    return json.loads(build_guide(files, PROSE, {})[INDEX_URI])


def test_a_quiz_is_listed_with_its_items_and_without_their_keys() -> None:
    (quiz,) = index_of()["quizzes"]

    revision = quiz["items"][0].pop("revision")
    assert len(revision) == 8
    assert quiz == {
        "slug": "quiz",
        "title": "Parameter-efficient fine-tuning",
        "page": "methods/peft/",
        "items": [
            {
                "id": "quiz-frozen",
                "objective": "3.3.2",
                "interaction": "choice",
                "difficulty": "recall",
                "facts": [],
            }
        ],
    }


def test_questions_with_one_scenario_ask_one_fact() -> None:
    head, item = QUIZ.split("items:\n")
    case = item.replace("  - id: quiz-frozen", "  - id: quiz-frozen\n    scenario: case", 1)
    stem = "Which part of the base model does **LoRA** change while it trains?"
    other = case.replace("quiz-frozen", "quiz-other", 1).replace(stem, "What is stored per task?")

    (quiz,) = index_of(f"{head}scenarios: {{case: A case.}}\nitems:\n{case}{other}")["quizzes"]

    assert [item["facts"] for item in quiz["items"]] == [[0], [0]]


def test_a_statement_counts_under_its_objective() -> None:
    settings = GUIDE.replace(", weight: 1", "").replace(
        "{title: Design,", "{title: Design, weight: 2,"
    )

    index = index_of(QUIZ.replace("objective: 3.3.2", "objective: 3.1.5"), settings)

    assert index["quizzes"][0]["items"][0]["objective"] == "3.1"
    assert index["blueprint"] == {"3.1": 2}


def test_an_exam_is_set_as_the_guide_says() -> None:
    settings = GUIDE + "confusable: [[quiz]]\n"
    settings = settings.replace(
        "minutes: 90", "minutes: 30, goal: 75%, scale: A share is no score."
    )

    index = index_of(settings=settings)

    assert index["exam"] == {
        "sizes": [10, 20],
        "seconds": 30,
        "scale": "A share is no score.",
        "goal": 75,
    }
    assert index["confusable"] == [["quiz"]]
    assert index["objectives"] == {"3.3.2": "Methods for fine-tuning"}


def test_a_page_has_the_address_that_the_site_generator_gives_it() -> None:
    quiz = QUIZ.replace("page: methods/peft.md", "page: index.md")
    files = {"quiz_data/quiz.yml": quiz.encode(), "quiz_data/guide.yml": GUIDE.encode()}
    guide = read_guide(Sources(files=files, prose=PROSE, diagrams={}))

    pages = write_guide(guide, "", lambda uri: f"at/{uri}")

    assert json.loads(pages[INDEX_URI])["quizzes"][0]["page"] == "at/index.md"
