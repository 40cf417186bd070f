"""A reader stays on an old version while three more are deployed, and then takes the newest."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import reader
from engine.browser.acts import QUIZ, WRONGLY, answer, item
from engine.browser.test_offline import Host, host, notice, outcome, update, versions, visit

__all__ = ["host"]  # the same first deploy as there


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A reader whose browser has service workers."""
    with reader(browser, service_workers="allow") as context:
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
