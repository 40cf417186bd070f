"""The guide without a network, and every way in which a deploy can go wrong."""

from __future__ import annotations

import datetime
import gzip
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from built.offline import retire_worker
from conftest import AXE, build, reader
from engine.browser import exams, sessions
from engine.browser.acts import QUIZ, RIGHTLY, WRONGLY, answer, item, wait_until
from engine.browser.hosting import DEPLOYED, Host, Line, stamp
from engine.browser.test_axe import violations
from engine.browser.test_storage import store

SLOWLY = 30_000
"""Milliseconds; a version is a hundred files, and the machine may be busy."""

SETTLED = "async () => (await navigator.serviceWorker.ready).active.state === 'activated'"
ALL_KEPT = """async () => {
    const { active } = await navigator.serviceWorker.ready
    const answered = new Promise((done) =>
        navigator.serviceWorker.addEventListener("message", ({ data }) => done(data)))
    active.postMessage("keep all")
    return (await answered).startsWith("all is kept")
}"""
UPDATED = """async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update().catch(() => {}) // the line may be cut by now
    const { installing, waiting } = registration
    if (!installing) return waiting ? "taken" : "refused"
    await new Promise((done) => (installing.onstatechange = done))
    return installing.state === "installed" ? "taken" : "refused"
}"""
FONT = "assets/fonts/newsreader-latin.woff2"
SAVES_DATA = "Object.defineProperty(NetworkInformation.prototype, 'saveData', { get: () => true })"
KEEPS = """async ([address, words]) =>
    (await (await caches.match(address))?.text())?.includes(words)"""
SEEN = """async ([paths, mark]) => {
    const texts = await Promise.all(paths.map(async (path) => (await fetch(path)).text()))
    return [...new Set(texts.map((text) => text.split(mark)[1]?.match(/\\d+/)[0]))]
}"""


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
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here before and whose browser has service workers."""
    fresh = reader(browser, service_workers="allow")
    yield fresh
    fresh.close()


def settle(page: Page) -> None:
    """Wait until a worker serves, which keeps what is opened."""
    wait_until(page, SETTLED)


def visit(page: Page, host: Host, address: str = "") -> None:
    """Open a page, keep the whole guide, and open the page again."""
    page.goto(host.url + address)
    wait_until(page, ALL_KEPT)
    page.reload()


def versions(page: Page, host: Host) -> list[str]:
    """The versions that a page gets files of."""
    return page.evaluate(SEEN, [host.stamped(), DEPLOYED])


def caches(page: Page) -> int:
    """How many caches there are."""
    return page.evaluate("caches.keys().then(({ length }) => length)")


def outcome(page: Page) -> str:
    """What becomes of the version that is deployed now: `taken`, to wait, or `refused`."""
    return page.wait_for_function(UPDATED, timeout=SLOWLY).json_value()


def all_is_kept(page: Page) -> Locator:
    """The line that says so."""
    return page.get_by_role("status").filter(has_text="The whole guide is now kept")


def notice(page: Page) -> Locator:
    """Where a page tells of a new version."""
    return page.locator(".update")


def update(page: Page) -> None:
    """Load the page again, wait for the new version and take it."""
    page.reload()
    button = page.get_by_role("button", name="Use it now")
    expect(button).to_be_visible(timeout=SLOWLY)
    with page.expect_event("load"):
        button.click()


def offline(page: Page, host: Host) -> None:
    """Cut the line, and let the browser know."""
    host.cut()
    page.context.set_offline(True)


def test_what_was_opened_is_kept_and_nothing_else(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    page.route(f"**/{FONT}", hold)
    page.add_init_script(f"void fetch('{host.url}{FONT}')")
    page.goto(host.url + "plain/")
    wait_until(page, KEEPS, [host.url + "plain/", "Plain"])
    late[0].continue_()  # on its way since before there was a worker
    wait_until(page, KEEPS, [host.url + FONT, ""])
    page.unroute_all()
    page.goto(host.url + "exam/glossary/", wait_until="networkidle")
    assert not [address for address in host.line.asked if address.startswith("offline/")]
    assert len([address for address in host.line.asked if address.endswith("/")]) == 2
    host.deploy(2)

    page.reload()

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{DEPLOYED}2")
    wait_until(page, KEEPS, [host.url + "plain/", f"{DEPLOYED}2"])
    expect(notice(page)).to_be_empty(timeout=SLOWLY)
    wait_until(page, "async () => (await caches.keys()).length === 1")
    offline(page, host)
    page.goto(host.url + "plain/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{DEPLOYED}2")
    page.goto(host.url + "methods/peft/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("This page is not on this device")
    page.goto(host.url + "exam/glossary/")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{DEPLOYED}2")


def test_after_an_answer_nothing_needs_a_network(page: Page, host: Host) -> None:
    page.goto(host.url + QUIZ)
    settle(page)
    answer(page, "one", RIGHTLY)
    expect(all_is_kept(page)).to_be_visible(timeout=SLOWLY)
    offline(page, host)

    addresses = re.findall(
        "<loc>http://[^/]*/guide/(.*)</loc>", (host.line.folder / "sitemap.xml").read_text()
    )

    assert len(addresses) > 30
    assert page.evaluate(SEEN, [[host.url + address for address in addresses], DEPLOYED]) == ["1"]
    for address in [each for each in addresses if each.startswith(("exam/", "methods/"))][::4]:
        page.goto(host.url + address, wait_until="domcontentloaded")
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"{DEPLOYED}1")
    page.goto(host.url + QUIZ)
    expect(item(page, "one")).to_have_attribute("data-outcome", "correct")
    expect(all_is_kept(page)).to_have_count(0)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox", name="Search").fill("frozen")
    page.locator(".search").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{DEPLOYED}1")


def test_a_later_visit_keeps_the_whole_guide(page: Page, host: Host) -> None:
    page.goto(host.url + "plain/")
    settle(page)
    page.clock.set_fixed_time(datetime.datetime.now() + datetime.timedelta(minutes=31))

    page.reload()

    expect(all_is_kept(page)).to_be_visible(timeout=SLOWLY)


def test_where_data_is_saved_the_whole_guide_is_kept_on_request(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    page.add_init_script(SAVES_DATA)
    page.goto(host.url + QUIZ)
    answer(page, "one", RIGHTLY)
    page.goto(host.url + "practice/downloads/")
    ask = page.get_by_role("button", name="Keep the whole guide for offline reading")
    expect(page.get_by_text("So far, this device keeps")).to_be_visible(timeout=SLOWLY)
    host.cut()
    ask.click()
    expect(page.get_by_text("Not all of the guide could be kept.")).to_be_visible(timeout=SLOWLY)
    host.mend()

    ask.click()

    kept = page.get_by_text("The whole guide is kept on this device.")
    expect(kept).to_be_visible(timeout=SLOWLY)
    expect(ask).to_have_count(0)
    page.reload()
    expect(kept).to_be_visible()


def test_practice_needs_no_network_from_the_first_choice_in_an_exam(page: Page, host: Host) -> None:
    page.goto(host.url + exams.EXAM)
    settle(page)
    exams.start(page)
    exams.respond(page)
    expect(all_is_kept(page)).to_be_visible(timeout=SLOWLY)
    offline(page, host)

    exams.submit(page)

    expect(exams.score(page)).to_be_visible()
    expect(page.locator(".exam-row")).to_have_count(10)
    page.goto(host.url + sessions.REVIEW)
    sessions.start(page)
    for _ in range(5):
        sessions.go_on(page)
    expect(page.get_by_role("heading", name="Session complete")).to_be_visible()
    page.goto(host.url + "practice/flashcards/")
    expect(page.get_by_role("button", name="Had it")).to_be_disabled()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Had it")).to_be_enabled()
    page.goto(host.url + "practice/progress/")
    expect(page.get_by_role("table").first).to_be_visible()


def test_addresses_lead_where_they_lead_on_the_host(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit(page, host)
    host.cut()

    page.goto(host.url + "methods/peft?from=mail#lora")
    assert page.url == host.url + "methods/peft/?from=mail#lora"
    page.goto(host.url + "methods/peft/index.html")
    expect(page.get_by_role("heading", level=1)).to_contain_text("PEFT")
    unknown = page.goto(host.url + "methods/no-such-page/")

    assert unknown
    assert unknown.status == 404
    page.get_by_role("link", name="start of the guide").click()
    expect(page).to_have_url(host.url)


def test_a_new_version_waits_until_the_reader_takes_it(page: Page, host: Host) -> None:
    visit(page, host, "exhibit/")
    answer(page, "one", WRONGLY)
    host.deploy(2)

    page.reload(wait_until="networkidle")
    expect(notice(page)).to_contain_text("A new version of this guide is ready", timeout=SLOWLY)
    expect(notice(page)).to_have_role("status")
    page.get_by_role("article").get_by_role("link", name="plain page").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Plain¶ ({DEPLOYED}1)")
    expect(notice(page)).to_be_visible()
    page.reload()
    expect(notice(page)).to_be_visible()
    assert versions(page, host) == ["1"]
    with page.expect_event("load"):
        page.get_by_role("button", name="Use it now").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Plain¶ ({DEPLOYED}2)")
    expect(notice(page)).to_be_empty()
    assert versions(page, host) == ["2"]
    assert caches(page) == 1
    page.goto(host.url + "exhibit/")
    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")


def test_a_deploy_that_changes_one_page_moves_little(
    page: Page, host: Host, guide: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    host.redeploy(host.built)
    visit(page, host)
    host.line.asked.clear()
    changed = tmp_path_factory.mktemp("changed") / "guide"
    shutil.copytree(guide[0], changed)
    peft = changed / "docs" / "methods" / "peft.md"
    text = peft.read_text("utf-8")
    peft.write_text(text.replace("\n## ", "\nA sentence more.\n\n## ", 1), "utf-8")
    assert build(changed, SITE_URL=guide[1]).returncode == 0
    host.redeploy(changed / "site")

    assert outcome(page) == "taken"

    words = "offline/methods/peft/index.html.txt"
    assert host.line.asked == {"sw.js", words, "search/methods/peft.json"}
    files = [host.line.folder / address for address in host.line.asked]
    assert sum(len(gzip.compress(path.read_bytes(), 6)) for path in files) < 40_000


def test_a_version_is_not_changed_under_another_tab(page: Page, host: Host) -> None:
    visit(page, host)
    other = page.context.new_page()
    other.goto(host.url + QUIZ)
    host.deploy(2)
    page.reload()

    page.get_by_role("button", name="Use it now").click(timeout=SLOWLY)

    expect(notice(page)).to_contain_text("open in another tab")
    assert versions(page, host) == versions(other, host) == ["1"]
    other.close()
    with page.expect_event("load"):
        page.get_by_role("button", name="Use it now").click()
    assert versions(page, host) == ["2"]


def test_what_is_kept_on_demand_is_never_of_another_version(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    visit(page, host)
    recorded = host.url + "assets/labs/recorded/"
    later, kept = recorded + "peft.json", recorded + "rlhf.json"
    assert page.evaluate(SEEN, [[kept], DEPLOYED]) == ["1"]
    host.deploy(2)
    assert outcome(page) == "taken"

    assert page.evaluate(SEEN, [[kept], DEPLOYED]) == ["1"]
    assert page.evaluate("later => fetch(later).then(() => 'mixed', () => 'none')", later) == "none"

    update(page)
    assert page.evaluate(SEEN, [[kept, later], DEPLOYED]) == ["2"]


def lose_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "offline")
    (folder / "assets" / "pages" / "cards.mjs").unlink()


def leave_a_file_as_it_was(folder: Path) -> None:
    shutil.rmtree(folder / "offline")
    stamp(folder / "assets" / "pages" / "quiz.mjs", 1)


def change_a_file_under_its_name(folder: Path) -> None:
    shutil.rmtree(folder / "offline")
    stamp(folder / "methods" / "peft" / "index.html", 3)


FAULTS = [lose_a_file, leave_a_file_as_it_was, change_a_file_under_its_name]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_faulty_deploy_is_refused_whole(
    context: BrowserContext, host: Host, fault: Callable[[Path], None]
) -> None:
    page = context.new_page()
    visit(page, host, QUIZ)
    answer(page, "one", WRONGLY)
    host.deploy(2, fault)

    assert outcome(page) == "refused"

    assert versions(page, host) == ["1"]
    host.cut()
    page.reload()
    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
    expect(notice(page)).to_be_empty()


def test_an_interrupted_update_is_taken_later(page: Page, host: Host) -> None:
    visit(page, host, QUIZ)
    answer(page, "one", WRONGLY)
    host.deploy(2)
    host.line.asked.clear()
    host.cut(after=2)
    assert outcome(page) == "refused"
    assert versions(page, host) == ["1"]
    already = host.line.asked - {"sw.js"}
    assert already
    host.line.asked.clear()
    host.mend()

    update(page)

    assert versions(page, host) == ["2"]
    assert not host.line.asked & already
    assert caches(page) == 1
    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")


def test_a_full_disk_refuses_a_version_and_harms_none(context: BrowserContext, host: Host) -> None:
    page = context.new_page()
    visit(page, host)
    host.deploy(2)
    assert outcome(page) == "taken"
    quota = {"origin": page.evaluate("location.origin"), "quotaSize": 1}
    context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)

    host.deploy(3)
    assert outcome(page) == "refused"
    assert caches(page) == 2
    host.deploy(1)
    assert outcome(page) == "taken", "all of it is here"

    host.cut()
    assert versions(page, host) == ["1"]


def test_a_faulty_first_deploy_is_not_kept_whole(context: BrowserContext, host: Host) -> None:
    host.deploy(1, lose_a_file)
    page = context.new_page()
    page.goto(host.url + QUIZ)

    assert not page.evaluate(ALL_KEPT)

    answer(page, "one", RIGHTLY)


def test_a_deploy_is_taken_back(page: Page, host: Host) -> None:
    visit(page, host, QUIZ)
    answer(page, "one", WRONGLY)
    host.deploy(2)
    update(page)
    answer(page, "number", RIGHTLY)
    host.deploy(1)

    update(page)

    assert versions(page, host) == ["1"]
    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
    expect(item(page, "number")).to_have_attribute("data-outcome", "correct")


def test_a_deploy_is_taken_back_before_anybody_took_it(page: Page, host: Host) -> None:
    visit(page, host, QUIZ)
    host.deploy(2)
    assert outcome(page) == "taken"
    host.deploy(1)

    assert outcome(page) == "taken"

    assert versions(page, host) == ["1"]
    update(page)
    assert versions(page, host) == ["1"]
    assert caches(page) == 1


def test_an_older_version_leaves_alone_what_a_newer_one_stored(page: Page, host: Host) -> None:
    visit(page, host, QUIZ)
    answer(page, "one", WRONGLY)
    host.deploy(2)
    update(page)
    page.goto(host.url + "plain/")
    store(page, version=7)
    host.deploy(1)

    update(page)
    page.goto(host.url + QUIZ)

    expect(item(page, "one")).to_have_attribute("data-outcome", "incorrect")
    expect(page.locator("quiz-run").get_by_role("status")).to_contain_text(
        "A newer version of this guide"
    )
    page.goto(host.url + "practice/progress/")
    with page.expect_download():
        page.get_by_role("button", name="Export", exact=True).click()


def test_what_another_site_of_the_host_deletes_is_kept_anew(page: Page, host: Host) -> None:
    visit(page, host)
    page.evaluate(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))"
    )

    page.goto(host.url + "plain/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plain")
    wait_until(page, ALL_KEPT)

    assert caches(page) == 1
    host.cut()
    page.goto(host.url + QUIZ)
    answer(page, "one", RIGHTLY)


def test_the_caches_of_other_sites_are_left_alone(page: Page, host: Host) -> None:
    visit(page, host)
    page.evaluate(
        "Promise.all(['guide / 1', 'guide /guide/old/ 1'].map((key) => caches.open(key)))"
    )
    host.deploy(2)

    update(page)

    assert caches(page) == 3


def test_a_worker_is_replaced_where_the_guide_is_served_while_it_is_written(
    page: Page, host: Host
) -> None:
    visit(page, host, "plain/")
    host.deploy(2, retire_worker)

    page.goto(host.url + "plain/")

    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{DEPLOYED}2", timeout=SLOWLY)
    wait_until(page, "async () => !(await caches.keys()).length")
    page.evaluate("window.isTheSameDocument = true")
    wait_until(page, "async () => !(await navigator.serviceWorker.getRegistration())")
    assert page.evaluate("window.isTheSameDocument")


@pytest.mark.parametrize(
    "script",
    [
        "delete Navigator.prototype.serviceWorker",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException())",
    ],
    ids=["absent", "refused"],
)
def test_without_a_worker_the_guide_is_as_before(page: Page, host: Host, script: str) -> None:
    page.add_init_script(script)

    page.goto(host.url + QUIZ, wait_until="networkidle")

    answer(page, "one", RIGHTLY)


def test_the_guide_can_be_installed(page: Page, host: Host) -> None:
    visit(page, host)
    chromium = page.context.new_cdp_session(page)

    manifest: Any = chromium.send("Page.getAppManifest")
    obstacles: Any = chromium.send("Page.getInstallabilityErrors")

    assert manifest["url"] == host.url + "manifest.webmanifest"
    assert manifest["errors"] == []
    found = {obstacle["errorId"] for obstacle in obstacles["installabilityErrors"]}
    assert found <= {"in-incognito"}, "what keeps any page of a test from being installed"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_notice_is_clean(browser: Browser, host: Host, width: int) -> None:
    context = reader(
        browser, bypass_csp=True, viewport={"width": width, "height": 600}, service_workers="allow"
    )
    context.add_init_script(AXE.read_text("utf-8"))
    page = context.new_page()
    visit(page, host, "plain/")
    host.deploy(2)

    page.reload()
    expect(notice(page)).not_to_be_empty(timeout=SLOWLY)

    assert violations(page) == []
    too_wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(too_wide) == 0
    context.close()
