"""What a learner does and sees in any engine: one key at a time, and what the page shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from stories.engine import Engine, eventually

TAB, ENTER, SPACE, DOWN, UP, ESCAPE = "\ue004", "\ue007", " ", "\ue015", "\ue013", "\ue00c"
SHIFT = "\ue008"
MOST_STOPS = 200
WAIT_SECONDS = 30

SEEN = """(selector, text, isGone) => {
    const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility())
    return isGone ? all.length === 0 : all.some((one) => one.textContent.includes(text))
}"""
FOCUSED = "(selector) => document.activeElement?.matches(selector) ?? false"
IS_BEHIND = """(selector) => {
    const wanted = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility())
    const relation = wanted ? document.activeElement.compareDocumentPosition(wanted) : 0
    return (relation & Node.DOCUMENT_POSITION_PRECEDING) > 0
}"""
SCROLL_TO = """(selector) => {
    const one = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility())
    one.scrollIntoView({ block: "center", behavior: "instant" })
    const { left, top, width, height } = one.getBoundingClientRect()
    return [Math.round(left + width / 2), Math.round(top + height / 2)]
}"""


class Learner:
    """Somebody who reads the guide in one tab."""

    def __init__(self, engine: Engine, url: str) -> None:
        self.engine = engine
        self.url = url

    # Reading

    def open(self, address: str) -> None:
        """Open a page of the guide."""
        self.engine.open(self.url + address)

    def reload(self) -> None:
        """Load the page again."""
        self.engine.reload()

    def see(self, selector: str, text: str = "") -> None:
        """Wait until something that matches is on the screen and says *text*."""
        self._wait(f"{selector} that says {text!r}", SEEN, selector, text, False)

    def miss(self, selector: str) -> None:
        """Wait until nothing that matches is on the screen."""
        self._wait(f"no {selector}", SEEN, selector, "", True)

    def texts(self, selector: str) -> list[str]:
        """The text of each element that matches, as it is read."""
        return self.call(
            "(all) => [...document.querySelectorAll(all)].map((one) => one.innerText.trim())",
            selector,
        )

    def call(self, function: str, *arguments: object) -> Any:  # noqa: ANN401
        """What a JavaScript *function* returns in the page."""
        return self.engine.call(function, *arguments)

    def until(self, function: str, *arguments: object) -> Any:  # noqa: ANN401
        """What the *function* returns, as soon as that is something."""
        return self._wait(function, function, *arguments)

    # Keys

    def press(self, *keys: str) -> None:
        """Press and release each key."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self.engine.act([{"type": "key", "id": "keyboard", "actions": strokes}])

    def type(self, text: str) -> None:
        """Type the text into what has the focus."""
        self.press(*text)

    def tab_to(self, selector: str) -> None:
        """Press Tab until what matches has the focus, or Shift and Tab where that is behind."""
        # Never round through the browser's own buttons: Firefox then takes keys for the page
        # that it does not act on.
        move = self._back if self.call(IS_BEHIND, selector) else self._forth
        for _ in range(MOST_STOPS):
            if self.call(FOCUSED, selector):
                return
            move()
        raise AssertionError(f"Tab does not reach {selector}")

    def _forth(self) -> None:
        self.press(TAB)

    def _back(self) -> None:
        strokes = [("keyDown", SHIFT), ("keyDown", TAB), ("keyUp", TAB), ("keyUp", SHIFT)]
        actions = [{"type": kind, "value": key} for kind, key in strokes]
        self.engine.act([{"type": "key", "id": "keyboard", "actions": actions}])

    def press_on(self, selector: str) -> None:
        """Go by Tab to what matches and press Enter there."""
        self.see(selector)
        self.tab_to(selector)
        self.press(ENTER)

    def expect_focus(self, selector: str) -> None:
        """Wait until what matches has the focus."""
        self._wait(f"focus on {selector}", FOCUSED, selector)

    # A pointer, where a learner would use one

    def click(self, selector: str) -> None:
        """Press the pointer in the middle of what matches."""
        self.see(selector)
        x, y = self.call(SCROLL_TO, selector)
        self.engine.act(
            [
                {
                    "type": "pointer",
                    "id": "mouse",
                    "actions": [
                        {"type": "pointerMove", "x": x, "y": y},
                        {"type": "pointerDown", "button": 0},
                        {"type": "pointerUp", "button": 0},
                    ],
                }
            ]
        )

    # Files

    def import_file(self, path: Path) -> None:
        """Choose the file that the progress page brings in."""
        self.engine.choose_file("quiz-progress input[type=file]", path)

    def exported(self) -> Path:
        """The file that the browser saved."""
        return eventually(
            lambda: next(iter(sorted(self.engine.downloads.glob("progress-*.json"))), None)
        )

    def _wait(self, what: str, function: str, *arguments: object) -> Any:  # noqa: ANN401
        try:
            return eventually(lambda: self.engine.call(function, *arguments), WAIT_SECONDS)
        except TimeoutError:
            page = self.engine.call("() => [location.href, document.body.innerText.slice(0, 2000)]")
            raise AssertionError(f"{self.engine.name}: {what} never came; {page}") from None
