"""Hostile text in each field of a quiz file: refused with its place, or harmless in the page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import markdown
import pytest
from mkdocs.config import load_config

from conftest import ROOT
from engine.browser.payloads import PAYLOADS
from guide import BankError, build_guide, hold, restore

GUIDE = (ROOT / "tests" / "engine" / "golden" / "guide.yml").read_bytes()
PROSE = {"plain.md": "# Plain\n\n<!-- quiz: one -->\n"}
WHY = "why: A sentence of at least eight words explains"
ITEM = """\
  - id: {0}
    stem: Which one is it, {0}?
    difficulty: recall
    {1}
    rationale: It is so.
    sources: ["https://arxiv.org/abs/2106.09685"]
    reviewed: 2026-11-20
"""
OPTIONS = "\n      ".join(f"{name}: {{text: Text {name}, {WHY} {name}.}}" for name in "abcd")
STEPS = "\n      ".join(f"- {{text: Step {n}, {WHY} {n}.}}" for n in "123")
PAIRS = "\n      ".join(
    f"- {{prompt: Prompt {n}, response: Response {n}, {WHY} {n}.}}" for n in "123"
)
INTERACTIONS = {
    "one": f"scenario: case\n    options:\n      {OPTIONS}\n    key: a\n    hints: [A hint.]",
    "two": f"order:\n      {STEPS}\n    distractors: [{{text: Stray step, {WHY} it.}}]",
    "three": f"match:\n      {PAIRS}\n    distractors: [{{text: Stray response, {WHY} it.}}]",
    "four": 'number: {value: "7", tolerance: "0", unit: weights}',
    "five": "recall: A model answer.",
}
QUIZ = (
    "title: A title\npage: plain.md\nobjective: 3.3.2\nscenarios:\n  case: A case.\nitems:\n"
    + "".join(ITEM.format(name, fields) for name, fields in INTERACTIONS.items())
)
FIELDS = {
    "title": "A title",
    "page": "plain.md",
    "objective": "3.3.2",
    "scenario": "A case.",
    "id": "one",
    "difficulty": "recall",
    "stem": "Which one is it, one?",
    "option": "Text b",
    "why": "A sentence of at least eight words explains a.",
    "key": "key: a",
    "hint": "A hint.",
    "rationale": "It is so.",
    "source": '"https://arxiv.org/abs/2106.09685"',
    "reviewed": "2026-11-20",
    "step": "Step 2",
    "stray step": "Stray step",
    "prompt": "Prompt 2",
    "response": "Response 2",
    "stray response": "Stray response",
    "number": '"7"',
    "tolerance": '"0"',
    "unit": "weights",
    "recall": "A model answer.",
}
MADE_OF = """
    a br button code details div em fieldset form h1 h2 input label legend li ol option p pre
    quiz-check quiz-run select span strong summary textarea ul
"""
ELEMENTS = frozenset(re.findall(r"[\w-]+", MADE_OF))


class Danger(HTMLParser):
    """Collects what could run, load or lead away."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element or attribute that no item is made of."""
        if tag not in ELEMENTS:
            self.found.append(f"<{tag}>")
        for name, value in attributes:
            text = re.sub(r"[\x00-\x20]", "", value or "").lower()
            is_script = name in ("href", "src", "action") and not re.match(
                r"https?:|[./#]|\w", text
            )
            if name.startswith("on") or name in ("style", "srcdoc", "formaction") or is_script:
                self.found.append(f"{name}={value}")
            if re.match(r"(javascript|data|vbscript):", text):
                self.found.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        """Note a comment, which may hide what follows."""
        self.found.append(f"<!--{data}-->")


@pytest.fixture(scope="module")
def convert() -> markdown.Markdown:
    """Markdown as the guide has it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    )


def rendered(convert: markdown.Markdown, quiz: str) -> str:
    """The HTML of all pages that come of the *quiz*."""
    files = {"quiz_data/hostile.yml": quiz.encode(), "quiz_data/guide.yml": GUIDE}
    pages = build_guide(files, PROSE, {})
    html = ""
    for uri, text in pages.items():
        if uri.endswith(".md"):
            body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
            held_back, held = hold(body)
            html += restore(convert.reset().convert(held_back), held)
    return html


def test_the_quiz_without_hostile_text_is_sound(convert: markdown.Markdown) -> None:
    html = rendered(convert, QUIZ)

    assert Danger(html).found == []
    assert html.count("<form") == len(INTERACTIONS) + 1


def test_danger_is_seen_where_it_is() -> None:
    seen = [payload for payload in PAYLOADS if Danger(markdown.markdown(payload)).found]

    assert len(seen) > len(PAYLOADS) / 2


@pytest.mark.parametrize("field", FIELDS)
def test_hostile_text_is_refused_or_harmless(convert: markdown.Markdown, field: str) -> None:
    dangers = {}
    for payload in PAYLOADS:
        value = json.dumps(f"{8 * 'word '}{payload}" if field == "why" else payload)
        value = f"key: {value}" if field == "key" else value
        try:
            html = rendered(convert, QUIZ.replace(FIELDS[field], value, 1))
        except BankError:
            continue
        if (found := Danger(html).found) or html.count("<form") != len(INTERACTIONS) + 1:
            dangers[payload] = found

    assert dangers == {}
