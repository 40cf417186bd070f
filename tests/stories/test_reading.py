"""A learner reads: terms, search, tools, tables, labs, and all of it without a network."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from engine.browser.test_offline import Host, Line
from stories.answers import answer
from stories.engine import ANSWER_SECONDS, Engine, eventually
from stories.learner import DOWN, ENTER, ESCAPE, UP, Learner
from tools.labs.reference import LABS, in_node, query

FEATURES = {
    "scroll anchoring": "CSS.supports('overflow-anchor', 'auto')",
    "fields that grow with their text": "CSS.supports('field-sizing', 'content')",
    "text-wrap: pretty": "CSS.supports('text-wrap', 'pretty')",
    "definitions as popovers": "'popover' in document.body",
    "service worker": "'serviceWorker' in navigator",
    "storage that the browser keeps": "typeof navigator.storage?.persist === 'function'",
    "WebAssembly": "typeof WebAssembly === 'object'",
}
IS_DONE = """() => document.querySelector("live-lab").dataset.state === "done" """


def test_terms_search_and_a_table_work_by_keyboard(
    learner: Learner, note: Callable[[str, str, str], None]
) -> None:
    learner.open("methods/peft/")
    for what, expression in FEATURES.items():
        note(learner.engine.name, what, "yes" if learner.call(f"() => {expression}") else "no")
    learner.tab_to("a.term")
    learner.see(".definition:popover-open a", "In the glossary")
    learner.press(ESCAPE)
    learner.miss(".definition:popover-open")
    learner.press("/")
    learner.expect_focus("dialog.search input")
    learner.type("frozen")
    learner.see("dialog.search ol a")
    first = learner.call("() => document.querySelector('dialog.search ol a').href")
    learner.press(DOWN, ENTER)
    learner.until("(url) => location.href === url && document.readyState === 'complete'", first)

    learner.open("methods/summary-table/")
    learner.press_on("thead th:first-child button")

    learner.expect_focus("thead th:first-child[aria-sort=ascending] button")
    learner.open("decide/when-to-use/")
    learner.see("method-chooser output", "Answer question 1 next.")
    learner.tab_to("form.tool input")
    learner.press(DOWN, UP)
    learner.see("method-chooser output", "Choose RAG.")


def test_a_link_to_a_question_lands_on_it(learner: Learner) -> None:
    learner.open("quizzes/exhibit/")
    answer(learner, "one")
    learner.open("plain/")

    learner.open("quizzes/exhibit/#exhibit-number")

    learner.see("#exhibit-number legend")
    learner.until(
        """() => {
            const { top } = document.querySelector("#exhibit-number legend").getBoundingClientRect()
            return top >= 0 && top < innerHeight
        }"""
    )


def test_every_lab_gives_the_digits_that_node_gives(
    learner: Learner, note: Callable[[str, str, str], None]
) -> None:
    for lab, (settings, _) in LABS.items():
        learner.open(f"labs/{lab}/{query(settings)}")
        learner.press_on(".lab-go .btn--primary")
        eventually(lambda: learner.call(IS_DONE), ANSWER_SECONDS)

        result = json.loads(learner.call("() => document.querySelector('live-lab').dataset.result"))
        same = in_node(lab, settings)
        assert {name: result.get(name) for name in same} == same, lab
    [said] = learner.texts(".lab-status")
    note(
        learner.engine.name,
        "the PEFT lab",
        said.partition(" s.")[0].removeprefix("Done in ") + " s",
    )


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The guide on a host whose line can be cut."""
    with Line() as line:
        deployed = Host(site, tmp_path, line)
        deployed.deploy(1)
        threading.Thread(target=line.serve_forever, daemon=True).start()
        yield deployed
        line.shutdown()


def test_without_a_network_everything_goes_on(engine: Engine, host: Host) -> None:
    learner = Learner(engine, host.url)
    learner.open("quizzes/exhibit/")
    answer(learner, "one")
    learner.until(
        """async () => (await navigator.serviceWorker.ready).active.state === "activated" """
    )
    learner.until(
        "(last) => caches.match(last).then((file) => file !== undefined)",
        host.url + "search/search_index.json",
    )
    host.cut()

    learner.reload()

    learner.see(".segments[aria-label*='1 right, 0 missed so far']")
    answer(learner, "several")
    learner.open("methods/peft/")
    learner.see("h1", "deployed: 1")
    learner.press("/")
    learner.expect_focus("dialog.search input")
    learner.type("frozen")
    learner.see("dialog.search ol a")
    learner.open("practice/review/")
    learner.see(".review .btn")
    host.mend()
    assert engine.faults == []
