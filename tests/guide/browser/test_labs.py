"""The labs: each trains its model in the page, and gives what is recorded."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Response, expect

from conftest import reader
from engine.browser.acts import wait_until
from engine.browser.test_axe import violations
from engine.browser.test_offline import SETTLED
from tools.labs.reference import LABS, Settings, in_node, query, recorded

SLOWLY = 60_000
"""Milliseconds; a run takes one to three seconds on an idle machine."""

VERDICTS = {
    "instruction-tuning": "Training has broken the model",
    "rlhf": "the model games the reward",
}
"""What a lab says of its failing value."""

HIDDEN = """isHidden => {
  Object.defineProperty(document, "hidden", { value: isHidden, configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    """A tab of the narrowest phone."""
    with reader(browser, viewport={"width": 320, "height": 640}) as context:
        yield context.new_page()


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
    run_button(bench(page)).click()
    return result_of(page)


def result_of(page: Page) -> dict[str, float]:
    """What the run that is going on measures at its end."""
    lab = page.locator("live-lab")
    expect(lab).to_have_attribute("data-state", "done", timeout=SLOWLY)
    result: dict[str, float] = json.loads(lab.get_attribute("data-result") or "")
    return result


def assert_within(result: dict[str, float], lab: str, settings: Settings) -> None:
    """Check that a run gives what five recorded runs gave."""
    for name, of_five in recorded(lab, settings).items():
        slack = 1e-3 * max(abs(of_five["low"]), abs(of_five["high"]))
        assert of_five["low"] - slack <= result[name] <= of_five["high"] + slack, name


@pytest.mark.parametrize("lab", LABS)
def test_a_lab_gives_what_is_recorded_on_the_narrowest_screen(
    narrow: Page, site_url: str, lab: str
) -> None:
    works, fails = LABS[lab]
    narrow.goto(f"{site_url}labs/{lab}/{query(works)}")

    result = run(narrow)

    assert_within(result, lab, works)
    if lab in {"instruction-tuning", "rlhf"}:
        same = in_node(lab, works)
        assert {name: result[name] for name in same} == same  # digit by digit
    for name, value in fails.items():
        narrow.locator(f'live-lab input[name="{name}"][value="{value}"]').check()
    assert_within(run(narrow), lab, fails)
    expect(narrow.locator(".lab-status")).to_contain_text("Done in")
    expect(narrow.locator("tr[data-run]")).to_have_count(1)
    if said := VERDICTS.get(lab):
        expect(narrow.locator(".lab-status")).to_contain_text(said)
    assert narrow.evaluate("document.documentElement.scrollWidth") == 320


def test_without_webassembly_the_lab_runs_and_says_how_much_slower(
    page: Page, site_url: str
) -> None:
    page.route("**/kernels.wasm", lambda route: route.fulfill(body="not a module"))
    page.goto(f"{site_url}labs/transfer-learning/?labels=10&trained=head")

    run_button(bench(page)).click()

    status = page.locator(".lab-status")
    expect(status).to_contain_text("about ten times as long", timeout=SLOWLY)
    expect(status).to_have_text("Training, 25% done.", timeout=SLOWLY)
    expect(run_button(page.locator("live-lab"))).to_have_text("Run")  # not again, until it ends


def test_a_run_can_be_stopped_hidden_and_shown_and_is_clean_all_along(
    lenient: Page, site_url: str
) -> None:
    lenient.goto(f"{site_url}labs/rlhf/")
    lab, status = bench(lenient), lenient.locator(".lab-status")
    before = violations(lenient)
    run_button(lab).click()

    lab.get_by_role("button", name="Stop").click()

    expect(status).to_have_text("Stopped. The recorded results below stay.")
    expect(run_button(lab)).to_be_focused()
    run_button(lab).click()
    lenient.evaluate(HIDDEN, arg=True)
    expect(lab).to_have_attribute("data-state", "paused")
    expect(status).to_have_text("Paused while this page is hidden.")
    during = violations(lenient)
    lenient.evaluate(HIDDEN, arg=False)
    assert result_of(lenient)["quality"] > 0
    assert (before, during, violations(lenient)) == ([], [], [])


def test_a_reader_who_compares_the_answers_by_keyboard_changes_the_model(
    lenient: Page, site_url: str
) -> None:
    lenient.goto(f"{site_url}labs/rlhf/{query({'beta': 0.5}, seed=7)}")
    lab = bench(lenient)
    lab.get_by_role("radio", name="The stated rule").focus()
    lenient.keyboard.press("ArrowDown")
    lenient.keyboard.press("Tab")
    lenient.keyboard.press("Enter")
    expect(lab.get_by_role("button", name="Answer A")).to_be_focused(timeout=SLOWLY)
    assert violations(lenient) == []

    for pair in range(12):
        expect(lab.get_by_text(f"Pair {pair + 1} of 12.")).to_be_visible()
        if "sorry" in lab.get_by_role("button", name="Answer B").inner_text():
            lenient.keyboard.press("Tab")
        lenient.keyboard.press("Enter")
    expect(lab.get_by_role("button", name="Train on these 12 picks")).to_be_focused()
    lenient.keyboard.press("Enter")
    result_of(lenient)

    samples = lab.get_by_role("table", name="Before and after, word for word")
    after = samples.locator("td:last-child").filter(has_text="sorry , i do not know .")
    expect(after).to_have_count(3)
    expect(lab.get_by_text("The recorded results are all the rule's.")).to_be_visible()
    expect(lenient.locator("tr[data-run]")).to_have_count(0)
    lenient.reload()
    expect(lab.get_by_role("radio", name="You", exact=True)).to_be_checked()
    run_button(bench(lenient)).click()
    expect(lab.get_by_text("You compared 12 pairs")).to_be_visible(timeout=SLOWLY)  # as before


def test_the_address_sets_the_knobs_and_says_what_it_cannot_set(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}labs/peft/?method=prompt&seed=x&hide=method")

    lab = bench(page)

    expect(lab.get_by_role("group", name="What is trained")).to_be_hidden()
    expect(lab.get_by_text("Trained: 384 added parameters, 0.5% as many")).to_be_visible()
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


def test_a_reader_predicts_runs_by_keyboard_and_sees_the_answer(page: Page, site_url: str) -> None:
    files: list[str] = []

    def note(answer: Response) -> None:
        if "/assets/labs/" in answer.url:
            files.append(answer.url.split("/assets/labs/")[1])

    page.on("response", note)
    page.goto(f"{site_url}methods/peft/", wait_until="load")
    assert files == []
    page.goto(f"{site_url}labs/peft/", wait_until="load")
    lab, item = bench(page), page.locator("#lab-unplugged")
    assert all(name == "labs.css" or name.startswith(("run/main", "run/chunk")) for name in files)
    item.get_by_role("radio", name="Worse than the base model").check()
    item.get_by_role("button", name="Check").press("Enter")
    expect(page.get_by_text("Your prediction is noted.")).to_be_visible()
    expect(item).to_be_hidden()

    lab.get_by_role("radio", name="LoRA, rank 4").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    result_of(page)
    expect(page.locator("tr[data-run] th")).to_contain_text("LoRA, rank 16")
    assert ("base.bin" in files, "policy.bin" in files) == (True, False)
    expect(item).to_be_visible()
    expect(item).to_have_attribute("data-outcome", "incorrect")
    page.reload()
    # A lab asks anew, so that what is below the question does not move.
    expect(item.get_by_role("button", name="Check")).to_be_visible()


def test_a_run_that_ends_early_says_why(narrow: Page, site_url: str) -> None:
    narrow.goto(f"{site_url}labs/peft/")
    lab, status = bench(narrow), narrow.locator(".lab-status")
    narrow.route("**/assets/labs/base.bin", lambda route: route.fulfill(status=404))

    run_button(lab).click()

    expect(status).to_contain_text("the guide has probably been updated", ignore_case=True)
    expect(status).to_contain_text("The recorded results below stay.")
    narrow.context.set_offline(True)
    run_button(lab).click()
    expect(status).to_contain_text("because there is no network")
    narrow.context.set_offline(False)
    narrow.route("**/run/worker.mjs", lambda route: route.fulfill(content_type="text/javascript"))
    narrow.clock.install()
    run_button(lab).click()
    narrow.clock.fast_forward(31_000)  # without a word from a worker that the system has ended
    expect(status).to_contain_text("The browser seems to have ended the run.")


def test_a_lab_that_was_run_once_needs_no_network(browser: Browser, site_url: str) -> None:
    with reader(browser, service_workers="allow") as context:
        page = context.new_page()
        page.goto(f"{site_url}labs/peft/")
        wait_until(page, SETTLED)
        page.reload()  # under the worker
        online = run(page)

        context.set_offline(True)
        page.reload()

        assert run(page) == online


def test_without_scripts_the_recorded_results_can_be_read(browser: Browser, site_url: str) -> None:
    with reader(browser, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site_url}labs/peft/")

        assert page.locator("article noscript").is_visible()
        expect(page.locator("svg.lab-chart:visible")).to_have_count(1)
        expect(page.get_by_role("row").filter(has_text="LoRA, rank 4")).to_contain_text("2,304")
