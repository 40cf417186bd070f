"""How each kind of question of the exhibit is answered by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

from engine.browser.acts import PAIRS, STAGES, TASKS
from stories.learner import DOWN, ENTER, SPACE, UP, Learner

STEPS = """(form) => [...document.querySelectorAll(`${form} .quiz-item__steps > li`)]
    .map((step) => step.dataset.text)"""

MENUS = """(form) => [...document.querySelectorAll(`${form} select`)].map((menu, place) => {
    menu.dataset.place = place
    return menu.closest("label").textContent
})"""
"""What stands before each menu; they have one name, so each gets its place."""

CHOSEN = "(menu) => document.querySelector(menu).selectedOptions[0].dataset.text"


def choose_one(learner: Learner, form: str) -> None:
    """Move through the options by arrow until LoRA is chosen."""
    learner.tab_to(f"{form} [type=radio]")
    while not learner.call("(form) => document.querySelector(`${form} [value=a]`).checked", form):
        learner.press(DOWN)


def tick_two(learner: Learner, form: str) -> None:
    """Tick two boxes with the space bar."""
    boxes = learner.call(
        "(form) => [...document.querySelectorAll(`${form} [type=checkbox]`)].map((b) => b.value)",
        form,
    )
    for value in (value for value in boxes if value in ("a", "c")):
        learner.tab_to(f"{form} [type=checkbox][value={value}]")
        learner.press(SPACE)


def put_in_order(*solution: str) -> Callable[[Learner, str], None]:
    """Move each step down to its place, and the ones that do not belong out of the list."""

    def act(learner: Learner, form: str) -> None:
        for text in set(learner.call(STEPS, form)) - set(solution):
            learner.tab_to(f"{form} [data-text='{text}'] [name=down]")
            while text in learner.call(STEPS, form):
                learner.press(ENTER)
        for place, text in reversed(list(enumerate(solution))):
            if learner.call(STEPS, form).index(text) < place:
                learner.tab_to(f"{form} [data-text='{text}'] [name=down]")
            while learner.call(STEPS, form).index(text) < place:
                learner.press(ENTER)

    return act


def match(learner: Learner, form: str) -> None:
    """Choose a response in each menu by arrow."""
    for place, label in enumerate(learner.call(MENUS, form)):
        menu = f"{form} select[data-place='{place}']"
        wanted = next(response for prompt, response in PAIRS.items() if prompt in label)
        learner.tab_to(menu)
        for key in [DOWN] * 4 + [UP] * 4:
            if learner.call(CHOSEN, menu) == wanted:
                break
            learner.press(key)
        assert learner.call(CHOSEN, menu) == wanted, f"no arrow chooses {wanted}"


def write_number(learner: Learner, form: str) -> None:
    """Type a number with a space in it."""
    learner.tab_to(f"{form} [type=text], {form} input:not([type])")
    learner.type("20 000")


def recall(learner: Learner, form: str) -> None:
    """Write an answer, compare it with the model answer and say how it went."""
    learner.tab_to(f"{form} textarea")
    learner.type("More training.")
    learner.press_on(f"{form} .btn--primary")
    learner.see(f"{form} .quiz-item__rationale", "pre-trained model")
    learner.press_on(f"{form} button[value=correct]")


WAYS: dict[str, Callable[[Learner, str], None]] = {
    "one": choose_one,
    "several": tick_two,
    "order": put_in_order(*STAGES),
    "order-some": put_in_order(*TASKS),
    "match": match,
    "number": write_number,
    "recall": recall,
}


def answer(learner: Learner, name: str) -> None:
    """Answer the question on screen rightly, and read that it was right."""
    form = f"#exhibit-{name}"
    learner.see(f"{form} quiz-check .btn:not([data-waits])")
    WAYS[name](learner, form)
    if name != "recall":
        learner.press_on(f"{form} .btn--primary")
    learner.see(f"{form} output", "You had it." if name == "recall" else "Right.")
    learner.expect_focus(f"{form} output")
    learner.see(f"{form} quiz-check[data-recorded]")


def give_any_answer(learner: Learner, form: str) -> None:
    """Give some answer to the question on screen, whatever its kind, and have it checked."""
    learner.see(f"{form} .actions .btn--primary")
    kind, key = learner.call(
        """(form) => {
            const asked = document.querySelector(form)
            const key = asked.querySelector("quiz-check").getAttribute("key")
            return [asked.dataset.interaction, key]
        }""",
        form,
    )
    GIVE[kind](learner, form, len(key.split()))
    learner.press_on(f"{form} .btn--primary")
    if kind == "recall":
        learner.press_on(f"{form} button[value=incorrect]")
    learner.expect_focus(f"{form} output")


def give_choice(learner: Learner, _: str, count: int) -> None:
    """Choose the first options by their digits."""
    learner.press(*"12345"[:count])


def give_order(learner: Learner, form: str, count: int) -> None:
    """Move the first step down, and leave out what is too much."""
    learner.press_on(f"{form} [name=down]")
    while len(learner.call(STEPS, form)) > count:
        learner.press_on(f"{form} .quiz-item__steps > li:last-child [name=down]")


def give_match(learner: Learner, form: str, _: int) -> None:
    """Choose the first response in each menu."""
    for place, _ in enumerate(learner.call(MENUS, form)):
        learner.tab_to(f"{form} select[data-place='{place}']")
        learner.press(DOWN)


def give_number(learner: Learner, form: str, _: int) -> None:
    """Type a number."""
    learner.tab_to(f"{form} fieldset input")
    learner.type("7")


def give_recall(learner: Learner, form: str, _: int) -> None:
    """Type a sentence."""
    learner.tab_to(f"{form} textarea")
    learner.type("More training.")


GIVE: dict[str, Callable[[Learner, str, int], None]] = {
    "choice": give_choice,
    "order": give_order,
    "match": give_match,
    "number": give_number,
    "recall": give_recall,
}
