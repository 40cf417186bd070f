"""Nothing that a reader does breaks the policy, and nothing that breaks it can be built.

The `page` of these tests fails on any breach, error or request to another host.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from conftest import (
    add_the_exhibit,
    build,
    copy_of_the_guide,
    reader,
    search_entries,
    watch,
)
from engine.browser.acts import (
    NAMES,
    QUIZ,
    RIGHTLY,
    WRONGLY,
    answer,
    expect_tally,
    try_again,
    wait_until,
)

SECRET_WORDS = ("zanzibarite", "quetzalite")
"""Words that the exhibit says only in a rationale and in a why."""


def test_search_finds_and_leads_there(browser: Browser, site_url: str) -> None:
    context = reader(browser)
    faults = watch(context)
    page = context.new_page()
    page.goto(site_url + "plain/")

    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox", name="Search").fill("exhibit")
    page.locator(".search").get_by_role("link", name="Quiz: Exhibit").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Quiz: Exhibit")
    answer(page, "one", RIGHTLY)
    context.close()
    assert not faults


def test_the_palette_is_switched_and_remembered(page: Page, site_url: str) -> None:
    page.goto(site_url + QUIZ)
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")

    page.get_by_title("Switch to dark mode").click()

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.reload()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_code_is_copied_tabs_switch_and_details_open(page: Page, site_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site_url + "plain/")

    page.locator(".highlight").hover()
    page.get_by_role("button", name="Copy").click()
    page.locator("label").filter(has_text="Second").click()
    page.get_by_text("Folded", exact=True).click()

    expect(page.get_by_text("The second tab.")).to_be_visible()
    expect(page.get_by_text("What was folded away.")).to_be_visible()
    wait_until(page, "async () => (await navigator.clipboard.readText()).includes('copied')")


def test_a_missing_page_is_answered_with_a_way_on(browser: Browser, site_url: str) -> None:
    context = reader(browser)
    faults = watch(context)
    page = context.new_page()

    page.goto(site_url + "methods/no-such-page/")
    page.get_by_role("link", name="start of the guide").click()

    expect(page).to_have_url(site_url)
    context.close()
    assert [fault for fault in faults if "404" not in fault] == []


def test_every_kind_of_item_is_answered_and_the_page_left_and_found_again(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + QUIZ)
    for name in NAMES:
        answered = answer(page, name, WRONGLY)
        try_again(answered)
        answer(page, name, RIGHTLY)
    page.locator("quiz-run").get_by_role("link", name="Exhibit").click()
    expect(page.locator("quiz-check button:not([data-waits])")).to_have_count(1)
    page.go_back()

    expect_tally(page, right=7, missed=0)


def test_progress_is_exported_imported_undone_and_erased(
    page: Page, site_url: str, tmp_path: Path
) -> None:
    page.goto(site_url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(site_url + "practice/progress/")
    status = page.locator("quiz-progress").get_by_role("status")

    with page.expect_download() as download:
        page.get_by_role("button", name="Export", exact=True).click()
    download.value.save_as(tmp_path / "progress.json")
    page.get_by_label("Import").set_input_files(tmp_path / "progress.json")
    expect(status).to_contain_text("0 answers were added")
    page.get_by_role("button", name="Undo the last import").click()
    expect(status).to_contain_text("undone")
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_label("I understand").check()
    page.get_by_role("button", name="Erase for good").click()

    expect(status).to_contain_text("erased")


def test_every_page_carries_the_policy_right_after_its_encoding(site: Path) -> None:
    opening = re.compile(
        r'\s*<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">'
        r'<meta http-equiv="Content-Security-Policy" '
        r'content="(?P<policy>default-src \'none\';[^"]*)">',
        re.IGNORECASE,
    )

    pages = {page: page.read_text("utf-8") for page in site.rglob("*.html")}

    assert [str(page) for page, text in pages.items() if not opening.match(text)] == []


def test_answers_are_not_in_the_search_index(site: Path) -> None:
    pages = search_entries(site)
    quiz = [page for page in pages if page["location"].startswith(QUIZ)]

    assert [page["text"] for page in quiz] == [""]
    assert [word for word in SECRET_WORDS if word in json.dumps(pages)] == []
    assert all(word in (site / QUIZ / "index.html").read_text("utf-8") for word in SECRET_WORDS)


def test_a_script_written_into_a_page_stops_the_build(tmp_path: Path) -> None:
    folder = copy_of_the_guide(tmp_path)
    add_the_exhibit(folder)
    page = folder / "docs" / "plain.md"
    page.write_text(page.read_text("utf-8") + "\n<script>alert(1)</script>\n", "utf-8")

    built = build(folder)

    assert built.returncode != 0
    assert "break the site's policy" in built.stderr
    assert "docs/plain.md:" in built.stderr
