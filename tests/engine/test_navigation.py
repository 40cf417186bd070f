"""A quiz file joins the navigation by itself."""

from __future__ import annotations

from guide.navigation import in_course_order, with_quizzes
from quizbank.model import Bank, Quiz


def bank(**pages: str) -> Bank:
    """A bank with a quiz of each name, on its page."""
    return Bank(
        quizzes=tuple(
            Quiz(path=f"quiz_data/{slug}.yml", slug=slug, title=f"On {slug}", page=page, items=())
            for slug, page in pages.items()
        )
    )


NAV = [
    "index.md",
    {"Brewing": [{"The grind": "grind.md"}, {"Water": "water.md"}]},
    {"Practice": [{"Review": "review.md"}, {"Quizzes": "quizzes/"}]},
]


def test_quizzes_follow_the_order_of_their_pages_and_have_their_names() -> None:
    nav = with_quizzes(NAV, bank(water="water.md", grind="grind.md", other="elsewhere.md"))

    assert nav[:2] == NAV[:2]
    assert nav[2]["Practice"][1] == {
        "Quizzes": [
            {"The grind": "quizzes/grind.md"},
            {"Water": "quizzes/water.md"},
            {"On other": "quizzes/other.md"},
        ]
    }


def test_quizzes_of_one_page_are_told_apart_by_their_titles() -> None:
    nav = with_quizzes(NAV, bank(water="water.md", hardness="water.md"))

    assert nav[2]["Practice"][1] == {
        "Quizzes": [{"On hardness": "quizzes/hardness.md"}, {"On water": "quizzes/water.md"}]
    }


def test_a_quiz_that_has_a_place_keeps_it() -> None:
    nav = with_quizzes(
        [*NAV, {"My quiz": "quizzes/water.md"}], bank(water="water.md", grind="grind.md")
    )

    assert nav[2]["Practice"][1] == {"Quizzes": [{"The grind": "quizzes/grind.md"}]}
    assert nav[3] == {"My quiz": "quizzes/water.md"}


def test_without_navigation_the_site_generator_makes_its_own() -> None:
    assert with_quizzes(None, bank(water="water.md")) is None


def test_a_topic_has_one_name_and_its_place_in_the_course() -> None:
    ordered = in_course_order(bank(water="water.md", grind="grind.md", other="elsewhere.md"), NAV)

    assert [quiz.title for quiz in ordered.quizzes] == ["The grind", "Water", "On other"]


def test_two_quizzes_of_one_page_keep_their_titles() -> None:
    ordered = in_course_order(bank(water="water.md", hardness="water.md"), NAV)

    assert [quiz.title for quiz in ordered.quizzes] == ["On hardness", "On water"]
