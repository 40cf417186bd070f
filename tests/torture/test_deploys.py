"""A reader stays on an old version while three more are deployed, and then takes the newest."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.browser.acts import QUIZ, WRONGLY, answer, item
from engine.browser.test_offline import Host, Line, notice, outcome, update, versions, visit


@pytest.fixture
def host(site: Path, tmp_path: Path) -> Iterator[Host]:
    """The first deploy of the guide."""
    with Line() as line:
        host = Host(site, tmp_path, line)
        host.deploy(1)
        threading.Thread(target=line.serve_forever, daemon=True).start()
        yield host
        line.shutdown()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader whose browser has service workers."""
    with browser.new_context() as context:
        yield context.new_page()


def test_a_reader_on_an_old_version_during_three_deploys(page: Page, host: Host) -> None:
    visit(page, host, QUIZ)
    answer(page, "one", WRONGLY)
    for version in (2, 3, 4):
        host.deploy(version)
        assert outcome(page) == "taken"
        page.reload()
        expect(notice(page)).to_be_visible()
        assert versions(page, host) == ["1"]
        expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")

    update(page)

    assert versions(page, host) == ["4"]
    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
