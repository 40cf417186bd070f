"""What a learner does in a mock exam, and the bank as its authors wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Locator, Page, expect

from engine.browser.acts import all_of, wait_until

EXAM = "practice/mock-exam/"
ASKED = ("options", "order", "match")
STORED = all_of("exams")
PUT = """async ([values, store]) => {
    const [{ name }] = await indexedDB.databases()
    const database = await new Promise((resolve) => {
        indexedDB.open(name).onsuccess = ({ target }) => resolve(target.result)
    })
    const transaction = database.transaction(store, "readwrite")
    for (const value of values) transaction.objectStore(store).put(value, value?.id ?? "odd")
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
}"""


@dataclass(frozen=True)
class Asked:
    """An item of the bank: the quiz it is of, and what its author wrote."""

    quiz: str
    objective: str
    fields: dict[str, Any]

    @property
    def kind(self) -> str:
        """The field that makes its interaction."""
        return next(name for name in ASKED if name in self.fields)

    @property
    def key(self) -> list[str]:
        """What is right: ids of options, or texts in sequence."""
        if self.kind == "options":
            key = self.fields["key"]
            return key if isinstance(key, list) else [key]
        named = {"order": "text", "match": "response"}[self.kind]
        return [plain(row[named]) for row in self.fields[self.kind]]

    @property
    def wrong(self) -> list[str]:
        """A whole answer that is not right."""
        if self.kind == "options":
            others = [name for name in self.fields["options"] if name not in self.key]
            return [*self.key[1:], others[0]]
        return self.key[::-1] if self.key != self.key[::-1] else [self.key[1], *self.key[1:]]

    @property
    def explained(self) -> list[str]:
        """Every sentence that explains it."""
        rows = self.fields[self.kind]
        rows = list(rows.values()) if isinstance(rows, dict) else rows
        whys = [row["why"] for row in [*rows, *self.fields.get("distractors", [])]]
        return [plain(text) for text in [*whys, self.fields["rationale"]]]


def plain(text: str) -> str:
    """Markdown as it is read."""
    text = re.sub(r"\]\([^)]*\)", "", str(text))
    return re.sub(r"[\s\[\]*`]+", "", text.replace("&lt;", "<").replace("&amp;", "&"))


def bank(root: Path) -> dict[str, Asked]:
    """Each item of the guide at *root* that an exam may ask."""
    items: dict[str, Asked] = {}
    for path in (root / "quiz_data").glob("*.yml"):
        quiz = yaml.safe_load(path.read_text("utf-8"))
        for item in quiz.get("items", []):
            if any(name in item for name in ASKED):
                objective = str(item.get("objective", quiz.get("objective")))
                items[item["id"]] = Asked(quiz["title"], objective, item)
    return items


def open_exam(page: Page, site_url: str) -> None:
    """Open the page of the mock exam."""
    page.goto(site_url + EXAM)
    expect(page.get_by_role("heading", name="New exam")).to_be_visible()


def start(page: Page, size: int = 10, *, timed: bool = True) -> None:
    """Start an exam from the page's first screen."""
    page.get_by_role("radio", name=f"{size} questions").check()
    if not timed:
        page.get_by_role("radio", name="No timer").check()
    page.get_by_role("button", name="Start the exam").click()
    expect(question(page, 1)).to_be_visible()


def start_with_every_kind(page: Page, site_url: str) -> None:
    """Start an exam of the exhibit, which has every kind of question; a draw may lack one."""
    page.goto(f"{site_url}{EXAM}?questions=10&topic=exhibit&start=1")
    expect(question(page, 1)).to_be_visible()


def question(page: Page, place: int) -> Locator:
    """The heading over the question at *place*."""
    return page.get_by_role("heading", name=re.compile(f"question {place} of"))


def form(page: Page) -> Locator:
    """The question on the screen."""
    return page.locator(".exam-stage form.quiz-item")


def press(page: Page, name: str) -> None:
    """Press the button of that name."""
    page.locator("quiz-exam").get_by_role("button", name=name, exact=True).click()


def go(page: Page, place: int) -> None:
    """Go to the question at *place* by the map."""
    chip(page, place).click()
    expect(question(page, place)).to_be_focused()


def chip(page: Page, place: int) -> Locator:
    """The chip of the map for the question at *place*."""
    return page.get_by_role("button", name=re.compile(f"^Question {place}:"))


def flag(page: Page) -> None:
    """Flag the question on the screen."""
    page.get_by_role("button", name="Flag this question").click()


def respond(page: Page) -> None:
    """Give some whole answer to the question on the screen."""
    asked = form(page)
    kind = asked.get_attribute("data-interaction")
    if kind == "choice":
        wanted = re.search(r"Choose (\d)", asked.locator(".quiz-item__how").inner_text())
        for option in range(int(wanted[1]) if wanted else 1):
            asked.locator(".quiz-item__option input").nth(option).check()
    elif kind == "match":
        for menu in asked.get_by_role("combobox").all():
            menu.select_option(index=1)
    else:
        take = asked.locator(".quiz-item__steps").get_attribute("data-take")
        while take and asked.locator(".quiz-item__steps > li").count() > int(take):
            asked.get_by_role("button", name=re.compile("^Leave out")).last.click()
        asked.get_by_role("button", name=re.compile("^Move down")).first.click()


def find_kind(page: Page, kind: str) -> None:
    """Go to the first question with that interaction."""
    for place in range(1, page.locator(".exam-map__grid button").count() + 1):
        go(page, place)
        if form(page).get_attribute("data-interaction") == kind:
            return
    raise AssertionError(f"no question of the kind {kind}")


def submit(page: Page) -> None:
    """Submit, gaps or not, and wait for the result."""
    press(page, "Submit")
    press(page, "Submit now")
    expect(score(page)).to_be_visible()


def score(page: Page) -> Locator:
    """How many are right, in the result."""
    return page.locator(".exam-score")


def status(page: Page) -> Locator:
    """What the page says about the exam as a whole."""
    return page.locator("quiz-exam > [role=status]")


def marks(page: Page) -> list[str]:
    """What the map says about each question."""
    names = page.locator(".exam-map__grid button").evaluate_all(
        "all => all.map((one) => one.ariaLabel)"
    )
    return [name.split(": ")[1] for name in names]


def stored(page: Page) -> list[dict[str, Any]]:
    """The exams that are kept, read past the guide's own code."""
    return page.evaluate(STORED)


def expect_stored(page: Page, holds: str) -> None:
    """Wait until *holds*, JavaScript on a kept `exam`: a change is kept a moment after it shows."""
    wait_until(page, f"async () => (await ({STORED})()).some((exam) => {holds})")


def expect_answers(page: Page, count: int) -> None:
    """Wait until that many answers of an exam are kept."""
    expect_stored(page, f"Object.keys(exam.responses).length === {count}")


def put(page: Page, *values: object, store: str = "exams") -> None:
    """Put *values* where exams are kept, past the guide's own code."""
    page.evaluate(PUT, [values, store])


def look_again(page: Page) -> None:
    """Come back to this tab: one that a test drives never loses the focus."""
    page.evaluate("dispatchEvent(new Event('focus'))")
