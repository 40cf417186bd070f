"""What was answered is kept, or the reader is told that it is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, expect

from conftest import CHROMIUM_FLAGS, watch
from engine.browser.acts import (
    QUIZ,
    RIGHTLY,
    WRONGLY,
    answer,
    attempts,
    check,
    choose,
    expect_tally,
    item,
    try_again,
    verdict,
)

REFUSED = "nothing will be kept when you reload or leave"
STORE = """async ([version, values]) => {
    const [{ name }] = await indexedDB.databases()
    const request = indexedDB.open(name, version)
    await new Promise((resolve) => (request.onsuccess = resolve))
    const transaction = request.result.transaction("attempts", "readwrite")
    for (const value of values) transaction.objectStore("attempts").add(value)
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    request.result.close()
}"""

STORE_AS_BEFORE = """async (revision) => {
    const [{ name }] = await indexedDB.databases()
    const gone = indexedDB.deleteDatabase(name)
    await new Promise((resolve) => (gone.onsuccess = resolve))
    const request = indexedDB.open(name, 2)
    request.onupgradeneeded = () => {
        const attempts = request.result.createObjectStore("attempts", { autoIncrement: true })
        attempts.createIndex("id", "id", { unique: true })
        attempts.createIndex("item", "item")
        attempts.add({
            id: "before", item: "exhibit-one", revision, response: ["a"],
            outcome: "incorrect", confidence: "sure", at: 1_790_000_000_000,
        })
        request.result.createObjectStore("aside", { autoIncrement: true })
        request.result.createObjectStore("snapshots")
        const exam = {
            id: "e1", started: 1_790_000_000_000, deadline: null, handedIn: null,
            items: [{ id: "peft-lora-frozen", revision: "0" }], responses: {}, flagged: [],
        }
        request.result.createObjectStore("exams").put(exam, "e1")
        request.result.createObjectStore("settings").put({ shortcuts: false }, "settings")
    }
    await new Promise((resolve) => (request.onsuccess = resolve))
    request.result.close()
}"""


@contextmanager
def profile(
    playwright: Playwright, chromium: str, folder: Path
) -> Iterator[tuple[BrowserContext, Page]]:
    """A browser of its own that keeps what it has in *folder*."""
    context = playwright.chromium.launch_persistent_context(
        folder, executable_path=chromium, args=CHROMIUM_FLAGS
    )
    yield context, context.pages[0]
    context.close()


def store(page: Page, *values: object, version: int = 3) -> None:
    """Put *values* among the attempts, past the guide's own code."""
    page.evaluate(STORE, [version, values])


def test_blocked_storage_is_told_and_grading_goes_on(
    playwright: Playwright, whole_chromium: str, site_url: str, tmp_path: Path
) -> None:
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default").mkdir()
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(settings), "utf-8")
    with profile(playwright, whole_chromium, tmp_path) as (context, page):
        faults = watch(context)
        page.goto(site_url + QUIZ)
        expect(page.locator("quiz-run")).to_contain_text(REFUSED)

        choose(item(page, "one"), "LoRA")
        check(item(page, "one"))

        expect(verdict(page.locator("#exhibit-one"))).to_have_text("Right.")
        expect(page.locator("#exhibit-one quiz-check")).to_contain_text("could not be saved")
        expect_tally(page, right=1, missed=0)
        assert faults == []


def test_a_full_disk_is_told_and_grading_goes_on(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    page.goto(site_url + "plain/")
    quota = {"origin": page.evaluate("location.origin"), "quotaSize": 1}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
    page.goto(site_url + QUIZ)

    RIGHTLY["number"](item(page, "number"))
    check(item(page, "number"))

    expect(page.locator("#exhibit-number quiz-check")).to_contain_text(REFUSED)
    expect_tally(page, right=1, missed=0)
    expect(page.locator("quiz-run > [role=status]")).to_contain_text(REFUSED)


def test_what_did_not_fit_is_stored_once_there_is_room(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    page.goto(site_url + "plain/")
    session = context.new_cdp_session(page)
    quota = {"origin": page.evaluate("location.origin")}
    session.send("Storage.overrideQuotaForOrigin", {**quota, "quotaSize": 1})
    page.goto(site_url + QUIZ)
    RIGHTLY["number"](item(page, "number"))
    check(item(page, "number"))
    expect(page.locator("#exhibit-number quiz-check")).to_contain_text(REFUSED)
    expect_tally(page, right=1, missed=0)

    session.send("Storage.overrideQuotaForOrigin", quota)
    answer(page, "several", RIGHTLY)

    expect_tally(page, right=2, missed=0)
    page.reload()
    expect_tally(page, right=2, missed=0)
    assert [kept["item"] for kept in attempts(page)] == ["exhibit-number", "exhibit-several"]


def test_what_an_earlier_version_stored_is_read(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answered = answer(page, "one", RIGHTLY)
    revision = answered.get_attribute("data-revision")
    page.goto(site_url + "plain/")
    page.evaluate(STORE_AS_BEFORE, revision)

    page.goto(site_url + QUIZ)

    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
    answer(page, "number", RIGHTLY)
    assert attempts(page)[0]["id"] == "before"
    page.goto(site_url + "practice/mock-exam/")
    expect(page.get_by_role("heading", name="Exam in progress")).to_be_visible()


def test_what_cannot_be_read_is_set_aside_told_once_and_exported(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    store(page, "nonsense", {"id": "half", "item": "exhibit-number"}, {"at": "noon"}, None)
    page.reload()
    expect_tally(page, right=1, missed=0)

    page.goto(site_url + "practice/progress/")

    status = page.locator("quiz-progress").get_by_role("status")
    expect(status).to_contain_text("set aside, not deleted")
    assert [kept["item"] for kept in attempts(page)] == ["exhibit-one"]
    page.reload()
    expect(page.get_by_role("button", name="Export", exact=True)).to_be_visible()
    expect(page.get_by_text("set aside, not deleted")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Export", exact=True).click()
    exported = json.loads(download.value.path().read_text("utf-8"))
    assert exported["aside"] == [
        "nonsense",
        {"id": "half", "item": "exhibit-number"},
        {"at": "noon"},
        None,
    ]


def test_a_newer_schema_is_read_and_left_alone(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + "plain/")
    store(page, version=7)

    page.goto(site_url + QUIZ)

    expect(item(page, "one")).to_have_attribute("data-outcome", "correct")
    expect(page.locator("quiz-run")).to_contain_text("A newer version of this guide")
    RIGHTLY["number"](item(page, "number"))
    check(item(page, "number"))
    expect(page.locator("#exhibit-number quiz-check")).to_contain_text("until you reload")
    assert [kept["item"] for kept in attempts(page)] == ["exhibit-one"]
    page.goto(site_url + "practice/progress/")
    with page.expect_download():
        page.get_by_role("button", name="Export", exact=True).click()


def test_a_clock_set_back_does_not_hide_the_newer_answer(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time(datetime(2031, 5, 1))
    page.goto(site_url + QUIZ)
    answered = answer(page, "one", WRONGLY)
    page.clock.set_fixed_time(datetime(2026, 5, 1))
    try_again(answered)

    answer(page, "one", RIGHTLY)

    page.reload()
    expect(item(page, "one")).to_have_attribute("data-outcome", "correct")
    years = [datetime.fromtimestamp(float(str(kept["at"])) / 1000).year for kept in attempts(page)]
    assert years == [2031, 2026]
