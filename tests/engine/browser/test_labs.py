"""The labs: each trains its model in the page, and gives what is recorded."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, Route, expect

from conftest import ROOT, reader
from engine.browser.test_axe import violations
from engine.browser.test_offline import SETTLED

SLOWLY = 60_000
"""Milliseconds; a run takes about a second on an idle machine."""

CELLS = [
    ("instruction-tuning", {"examples": 20, "loss": "reply", "rate": "usual"}),
    ("instruction-tuning", {"examples": 20, "loss": "reply", "rate": "times-30"}),
    ("domain-adaptation", {"documents": 20, "field": "clinical"}),
    ("domain-adaptation", {"documents": 5, "field": "clinical"}),
    ("transfer-learning", {"labels": 20, "trained": "all"}),
    ("transfer-learning", {"labels": 20, "trained": "scratch"}),
    ("continued-pre-training", {"replay": 10}),
    ("continued-pre-training", {"replay": 0}),
    ("rlhf", {"method": "rlhf", "comparisons": 60, "beta": 0.5}),
    ("rlhf", {"method": "rlhf", "comparisons": 60, "beta": 0}),
    ("peft", {"method": "lora-4"}),
    ("peft", {"method": "lora-1"}),
]
"""Each lab at its start, and at a value that fails."""

IN_NODE = """
const [folder, lab, settings] = process.argv.slice(1)
const { run } = await import(`${folder}/experiments/${lab}.mjs`)
const { fastMachine } = await import(`${folder}/kernels/load.mjs`)
const { readFileSync } = await import("node:fs")
const halves = (name) => new Uint16Array(new Uint8Array(readFileSync(`${folder}/${name}`)).buffer)
const machine = await fastMachine(readFileSync(`${folder}/kernels/kernels.wasm`))
const files = { weights: halves("base.bin"), policy: halves("policy.bin") }
const experiment = run({ machine, ...files, settings: JSON.parse(settings), seed: 3 })
let next = experiment.next()
while (!next.done) next = experiment.next()
console.log(JSON.stringify(next.value.result))
"""

HIDDEN = """isHidden => {
  Object.defineProperty(document, "hidden", { value: isHidden, configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A tab of the narrowest phone."""
    with reader(browser, viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


def query(settings: dict[str, object], seed: int = 3) -> str:
    """What follows the address of a lab."""
    return "?" + "&".join(f"{name}={value}" for name, value in {**settings, "seed": seed}.items())


def bench(page: Page) -> Locator:
    """The lab of this page, once it can be run."""
    lab = page.locator("live-lab")
    expect(run_button(lab)).to_be_visible()
    return lab


def run_button(lab: Locator) -> Locator:
    """What starts a run, for the first time or again."""
    return lab.locator(".lab-go .btn--primary")


def run(page: Page) -> dict[str, float]:
    """Run the lab of this page to its end; what it measures."""
    lab = bench(page)
    run_button(lab).click()
    expect(lab).to_have_attribute("data-state", "done", timeout=SLOWLY)
    result: dict[str, float] = json.loads(lab.get_attribute("data-result") or "")
    return result


def recorded(lab: str, settings: dict[str, object]) -> dict[str, dict[str, float]]:
    """What `make labs` has recorded for these settings."""
    path = ROOT / "docs" / "assets" / "labs" / "recorded" / f"{lab}.json"
    positions = json.loads(path.read_text("utf-8"))["positions"]
    return next(one["result"] for one in positions if one["settings"] == settings)


@pytest.mark.parametrize(("lab", "settings"), CELLS, ids=str)
def test_a_run_gives_what_is_recorded(
    page: Page, site_url: str, lab: str, settings: dict[str, object]
) -> None:
    page.goto(f"{site_url}labs/{lab}/{query(settings)}")

    result = run(page)

    for name, of_five in recorded(lab, settings).items():
        slack = 1e-3 * max(abs(of_five["low"]), abs(of_five["high"]))
        assert of_five["low"] - slack <= result[name] <= of_five["high"] + slack, name
    expect(page.locator(".lab-status")).to_contain_text("Done in")
    expect(page.locator("tr[data-run]")).to_have_count(1)


@pytest.mark.parametrize(("lab", "settings"), CELLS[::4], ids=str)
def test_the_same_seed_gives_the_same_digits_in_node(
    page: Page, site_url: str, lab: str, settings: dict[str, object]
) -> None:
    folder = (ROOT / "docs" / "assets" / "labs").as_uri().removeprefix("file://")
    node = str(ROOT / ".venv" / "bin" / "node")
    command = [node, "--input-type=module", "-e", IN_NODE, folder, lab, json.dumps(settings)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    page.goto(f"{site_url}labs/{lab}/{query(settings)}")

    result = run(page)

    assert {name: result[name] for name in json.loads(told)} == json.loads(told)


def test_without_webassembly_the_lab_is_slower_and_gives_the_same(
    page: Page, site_url: str
) -> None:
    settings: dict[str, object] = {"labels": 10, "trained": "head"}
    page.goto(f"{site_url}labs/transfer-learning/{query(settings)}")
    fast = run(page)
    page.route("**/kernels.wasm", lambda route: route.fulfill(body="not a module"))

    bench(page).get_by_role("button", name="Run again").click()

    expect(page.locator(".lab-status")).to_contain_text("WebAssembly is off", timeout=SLOWLY)
    expect(page.locator("live-lab")).to_have_attribute("data-state", "done", timeout=SLOWLY)
    slow = json.loads(page.locator("live-lab").get_attribute("data-result") or "")
    assert slow == fast


def test_a_run_can_be_stopped_and_started_again(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/rlhf/")
    lab = bench(page)
    run_button(lab).click()

    lab.get_by_role("button", name="Stop").click()

    expect(lab).to_have_attribute("data-state", "stopped")
    expect(page.locator(".lab-status")).to_have_text("Stopped. The recorded results below stay.")
    assert run(page)["quality"] > 0


def test_a_run_waits_while_the_page_is_hidden(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/rlhf/")
    lab = bench(page)
    run_button(lab).click()

    page.evaluate(HIDDEN, arg=True)

    expect(lab).to_have_attribute("data-state", "paused")
    expect(page.locator(".lab-status")).to_have_text("Paused while this page is hidden.")
    page.evaluate(HIDDEN, arg=False)
    expect(lab).to_have_attribute("data-state", "done", timeout=SLOWLY)


def test_the_address_sets_the_knobs_and_tells_what_it_cannot_set(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/peft/?method=prompt&seed=x&hide=method")

    lab = bench(page)

    expect(lab.get_by_role("group", name="What is trained")).to_be_hidden()
    expect(lab.get_by_text("Trained: 384 of 75,312 numbers (0.5%).")).to_be_visible()
    expect(page.locator(".lab-status")).to_contain_text("it is set to 7")
    run_button(lab).click()
    expect(page).to_have_url(f"{site_url}labs/peft/?method=prompt&seed=7&hide=method")


def test_own_words_are_learned_and_unknown_ones_are_named(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/instruction-tuning/")
    lab = bench(page)
    lab.get_by_text("Add your own examples").click()
    box = lab.get_by_role("textbox")
    box.fill("What does the zebra eat? => the zebra eats grass.")

    run_button(lab).click()

    expect(page.locator(".lab-status")).to_contain_text("not “zebra”")
    box.fill("What does the yak eat? => the yak eats moss.")
    run(page)
    lab.get_by_label("Ask the tuned model").fill("what does the yak eat?")
    lab.get_by_role("button", name="Ask").click()
    expect(page.locator(".lab-answer")).to_have_text("The tuned model: the yak eats moss .")


def test_a_prediction_is_noted_and_answered_after_the_run(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/peft/")
    item = page.locator("#lab-unplugged")
    item.get_by_role("radio", name="Worse than the base model").check()

    item.get_by_role("button", name="Check").click()

    expect(page.get_by_text("Your prediction is noted.")).to_be_visible()
    expect(item).to_be_hidden()
    run(page)
    expect(item).to_be_visible()
    expect(item).to_have_attribute("data-outcome", "incorrect")
    page.reload()
    expect(item).to_have_attribute("data-outcome", "incorrect")


def abort(route: Route) -> None:
    """Answer as if there was no network."""
    route.abort()


@pytest.mark.parametrize("file", ["base.bin", "run/worker.mjs"])
def test_without_a_network_the_lab_says_so(narrow: Page, site_url: str, file: str) -> None:
    narrow.goto(f"{site_url}labs/peft/")
    narrow.route(f"**/assets/labs/{file}", abort)

    run_button(bench(narrow)).click()

    expect(narrow.locator("live-lab")).to_have_attribute("data-state", "failed")
    expect(narrow.locator(".lab-status")).to_contain_text("Is there a network? The recorded")


def test_the_model_comes_with_run_and_nothing_of_it_on_other_pages(
    page: Page, site_url: str
) -> None:
    asked: list[str] = []

    def note(answer: Response) -> None:
        if "/assets/labs/" in answer.url:
            asked.append(answer.url.split("/assets/labs/")[1])

    page.on("response", note)
    page.goto(f"{site_url}methods/peft/", wait_until="load")
    assert asked == []
    page.goto(f"{site_url}labs/peft/", wait_until="load")
    bench(page)
    assert all(name == "labs.css" or name.startswith(("run/main", "run/chunk")) for name in asked)
    run(page)
    assert "base.bin" in asked
    assert "policy.bin" not in asked


def test_a_lab_is_run_by_keyboard_alone(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/peft/")
    lab = bench(page)
    lab.get_by_role("radio", name="LoRA, rank 4").focus()

    page.keyboard.press("ArrowDown")
    expect(lab.get_by_role("radio", name="LoRA, rank 16")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(lab).to_have_attribute("data-state", "done", timeout=SLOWLY)
    expect(page.locator("tr[data-run] th")).to_contain_text("LoRA, rank 16")


def test_a_lab_that_was_run_once_needs_no_network(browser: Browser, site_url: str) -> None:
    with reader(browser, service_workers="allow") as context:
        page = context.new_page()
        page.goto(f"{site_url}labs/peft/")
        page.wait_for_function(SETTLED, timeout=SLOWLY)
        page.reload()  # under the worker
        online = run(page)

        context.set_offline(True)
        page.reload()

        assert run(page) == online


@pytest.mark.parametrize("lab", dict(CELLS))
def test_a_lab_fits_the_narrowest_screen(narrow: Page, site_url: str, lab: str) -> None:
    narrow.goto(f"{site_url}labs/{lab}/")
    run(narrow)

    assert narrow.evaluate("document.documentElement.scrollWidth") == 320


def test_a_lab_is_clean_before_during_and_after_a_run(lenient: Page, site_url: str) -> None:
    lenient.goto(f"{site_url}labs/rlhf/")
    bench(lenient)
    before = violations(lenient)
    run_button(bench(lenient)).click()
    lenient.evaluate(HIDDEN, arg=True)
    during = violations(lenient)
    lenient.evaluate(HIDDEN, arg=False)
    expect(bench(lenient)).to_have_attribute("data-state", "done", timeout=SLOWLY)

    assert (before, during, violations(lenient)) == ([], [], [])


def test_without_scripts_the_recorded_results_can_be_read(browser: Browser, site_url: str) -> None:
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site_url}labs/peft/")

        assert page.locator("article noscript").is_visible()
        expect(page.locator("svg.lab-chart:visible")).to_have_count(1)
        expect(page.get_by_role("row").filter(has_text="LoRA, rank 4")).to_contain_text("2,304")
