"""What a learner does with the items of the exhibit, so that a test reads like a story."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

QUIZ = "quizzes/exhibit/"
NAMES = ("one", "several", "order", "order-some", "match", "number", "recall")


def item(page: Page, name: str) -> Locator:
    """The item of the exhibit with that *name*, once it can be answered."""
    form = page.locator(f"#exhibit-{name}")
    if page.locator("quiz-run").count():
        bring_up(page, form)
    expect(form.locator("quiz-check button:not([data-waits])").first).to_be_visible()
    return form


def bring_up(page: Page, form: Locator) -> None:
    """Bring an item of a quiz onto the screen, as a link to it does."""
    expect(page.locator("quiz-run[data-view]")).to_be_attached()
    if not form.is_visible():
        page.evaluate(
            "id => { location.replace('#'); location.replace(`#${id}`) }", form.get_attribute("id")
        )
        expect(form).to_be_visible()


def choose(item: Locator, *texts: str) -> None:
    """Tick the options with these *texts*."""
    kind = "checkbox" if item.locator("[type=checkbox]").count() else "radio"
    for text in texts:
        item.get_by_role(kind, name=text, exact=True).check()


def steps(item: Locator) -> list[str]:
    """The texts of the steps, in the sequence in which they stand."""
    return item.locator(".quiz-item__steps .quiz-item__step").all_inner_texts()


def put_in_order(item: Locator, *texts: str) -> None:
    """Move the steps by their arrows; leave out those without a place."""
    for text in set(steps(item)) - set(texts):
        while steps(item)[-1] != text:
            item.get_by_role("button", name=f"Move down: {text}", exact=True).click()
        item.get_by_role("button", name=f"Leave out: {text}", exact=True).click()
    for text in set(texts) - set(steps(item)):
        item.get_by_role("button", name=f"Put back: {text}", exact=True).click()
    for place, text in enumerate(texts):
        while steps(item).index(text) > place:
            item.get_by_role("button", name=f"Move up: {text}", exact=True).click()


def disorder(item: Locator, *texts: str) -> None:
    """Turn the steps round, with a move even where they stand so already."""
    put_in_order(item, *texts)
    put_in_order(item, *texts[::-1])


def pair(item: Locator, responses: dict[str, str]) -> None:
    """Choose a response for each prompt."""
    for prompt, response in responses.items():
        field = item.locator("label").filter(has_text=prompt).locator("select")
        field.select_option(
            field.locator("option").filter(has_text=response).get_attribute("value")
        )


def write(item: Locator, text: str) -> None:
    """Type *text* into the item's field."""
    item.get_by_role("textbox").fill(text)


def judge(item: Locator, button: str) -> None:
    """Write an answer of one's own, look at the model answer and say how it went."""
    write(item, "Training a little more.")
    item.get_by_role("button", name="Show a good answer").click()
    item.get_by_role("button", name=button).press("Enter")


def check(item: Locator) -> None:
    """Press Check."""
    # Before there is an answer the button says that it is off, and a press says what is missing.
    item.get_by_role("button", name="Check", exact=True).click(force=True)


STAGES = ("Supervised fine-tuning", "Reward model", "Reinforcement learning")
TASKS = ("Choose a model", "Prepare data", "Train")
PAIRS = {
    "Instruction tuning": "Labelled pairs",
    "Continued pre-training": "Unlabelled text",
    "RLHF": "Rankings",
}

RIGHTLY: dict[str, Callable[[Locator], None]] = {
    "one": lambda item: choose(item, "LoRA"),
    "several": lambda item: choose(item, "LoRA", "Prompt tuning"),
    "order": lambda item: put_in_order(item, *STAGES),
    "order-some": lambda item: put_in_order(item, *TASKS),
    "match": lambda item: pair(item, PAIRS),
    "number": lambda item: write(item, "20,000"),
    "recall": lambda item: judge(item, "Had it"),
}
WRONGLY: dict[str, Callable[[Locator], None]] = {
    "one": lambda item: choose(item, "Pre-training"),
    "several": lambda item: choose(item, "LoRA", "Distillation"),
    "order": lambda item: disorder(item, *STAGES),
    "order-some": lambda item: put_in_order(item, *TASKS[:2], "Collect rankings"),
    "match": lambda item: pair(item, {**PAIRS, "RLHF": "Random noise"}),
    "number": lambda item: write(item, "1020"),
    "recall": lambda item: judge(item, "Missed it"),
}


def answer(page: Page, name: str, ways: dict[str, Callable[[Locator], None]] = RIGHTLY) -> Locator:
    """Answer an item rightly or wrongly and wait until the answer is kept."""
    asked = item(page, name)
    asked.locator("quiz-check").evaluate("check => delete check.dataset.recorded")
    ways[name](asked)
    if name != "recall":
        check(asked)
    expect(asked.locator("quiz-check[data-recorded]")).to_be_attached()
    return asked


def try_again(item: Locator) -> None:
    """Ask for the same item once more."""
    # By key: a click so soon after the verdict is taken for the second half of a double click.
    item.get_by_role("button", name="Try again").press("Enter")
    expect(verdict(item)).to_be_empty()


def verdict(item: Locator) -> Locator:
    """Where the item says what came of an answer."""
    return item.locator("output")


def expect_tally(page: Page, right: int, missed: int) -> None:
    """The segments over the quiz say how many are right and how many were missed."""
    words = re.compile(f"{right} right, {missed} missed so far")
    expect(page.locator(".segments")).to_have_attribute("aria-label", words)


def wait_until(page: Page, holds: str, arg: object = None) -> None:
    """Wait until the asynchronous function *holds* resolves to what is true.

    `wait_for_function` takes its promise for true and does not wait.
    """
    page.evaluate(
        f"""async (arg) => {{
            const holds = {holds}, start = performance.now()
            while (!(await holds(arg))) {{
                if (performance.now() - start > 60000) throw new Error(`never true: ${{holds}}`)
                await new Promise((resolve) => setTimeout(resolve, 20))
            }}
        }}""",
        arg,
    )


def all_of(store: str) -> str:
    """JavaScript that reads all that *store* keeps, past the guide's own code."""
    return f"""async () => {{
        const [{{ name }}] = await indexedDB.databases()
        const database = await new Promise((resolve) => {{
            indexedDB.open(name).onsuccess = ({{ target }}) => resolve(target.result)
        }})
        const request = database.transaction("{store}").objectStore("{store}").getAll()
        await new Promise((resolve) => (request.onsuccess = resolve))
        database.close()
        return request.result
    }}"""


ATTEMPTS = all_of("attempts")


def expect_attempts(page: Page, count: int) -> None:
    """The store keeps that many; the last one comes a moment after the page has answered."""
    wait_until(page, f"async () => (await ({ATTEMPTS})()).length === {count}")


def attempts(page: Page) -> list[dict[str, object]]:
    """What the store keeps, read past the guide's own code."""
    return page.evaluate(ATTEMPTS)
