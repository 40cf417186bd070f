"""Hostile text with the policy taken out of every page: nothing of it runs or is fetched."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from conftest import SUB_PATH, Handler, serve
from engine.browser.acts import NAMES
from engine.browser.payloads import PAYLOADS
from engine.browser.seeding import KEEP
from engine.browser.test_transfer import SOUND
from stories.engine import Engine
from stories.learner import Learner

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
QUIZ = "quizzes/exhibit/"
DRAWN = {QUIZ: ".quiz-result", "practice/progress/": ".keep", "practice/review/": ".review .btn"}
"""What each page shows once it has read what is stored."""

REVISION = "(id) => document.getElementById(id).dataset.revision"

asked: list[str] = []


class WithoutPolicy(Handler):
    """Serves pages without their policy, with a list that hostile text would add to."""

    def send_head(self) -> io.BytesIO | None:
        """Answer, and note what was asked for; no worker, which would refuse the changed pages."""
        asked.append(self.path)
        if self.path.endswith("/sw.js"):
            self.send_error(404)
            return None
        path = Path(self.translate_path(self.path.partition("?")[0]))
        if path.is_dir():
            path /= "index.html"
        if path.suffix != ".html" or not path.is_file():
            return super().send_head()
        body = POLICY.sub(b"<script>window.ran = []</script>", path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@pytest.fixture(scope="session")
def open_site(site: Path) -> Iterator[str]:
    """The address of the guide without its policy."""
    server = serve(site, WithoutPolicy)
    yield f"http://127.0.0.1:{server.server_port}{SUB_PATH}"
    server.shutdown()
    server.server_close()


def expect_nothing_ran(learner: Learner) -> None:
    """Wait for the page, and see that it ran nothing hostile and fetched nothing hostile."""
    learner.see("h1")
    assert learner.call("() => window.ran") == []
    assert [path for path in asked if path.endswith("hostile")] == []


def test_hostile_records_files_and_addresses_stay_text(
    engine: Engine, open_site: str, tmp_path: Path
) -> None:
    learner = Learner(engine, open_site)
    learner.open(QUIZ)
    learner.see("quiz-check .btn:not([data-waits])")
    records = []
    for name in NAMES:
        revision = learner.call(REVISION, f"exhibit-{name}")
        usual = {"item": f"exhibit-{name}", "revision": revision, "outcome": "incorrect"}
        usual |= {"response": [*PAYLOADS, *"abc"][-20:], "confidence": None, "at": 1}
        records.append({**usual, "id": name})
        records += [{**usual, "id": f"{name}-{field}", field: PAYLOADS[0]} for field in usual]
    learner.call(KEEP, {"attempts": [[one] for one in [*records, *PAYLOADS]]})

    for address, part in DRAWN.items():
        learner.open(address)
        learner.see(part)
        expect_nothing_ran(learner)
    for field in ("attempts", "aside", "site", "schema", "exported"):
        file = tmp_path / f"{field}.json"
        file.write_text(json.dumps({**SOUND, field: PAYLOADS}), "utf-8")
        learner.open("practice/progress/")
        learner.see(".keep")
        learner.call(
            "() => document.querySelector('quiz-progress [role=status]').replaceChildren()"
        )
        learner.import_file(file)
        learner.see("quiz-progress [role=status]", " ")
        expect_nothing_ran(learner)
    for payload in PAYLOADS[:6]:
        learner.open(f"plain/?h={quote(payload)}#{quote(payload)}")
        expect_nothing_ran(learner)

    engine.faults.clear()  # the pages are not those whose digests the worker holds


def test_the_trap_itself_works(engine: Engine, open_site: str) -> None:
    learner = Learner(engine, open_site)
    learner.open("plain/")

    learner.call("(html) => { document.querySelector('h1').innerHTML = html }", PAYLOADS[0])

    learner.until("() => window.ran.length > 0")
    assert [path for path in asked if path.endswith("hostile")] != []
    asked.clear()
    engine.faults.clear()
