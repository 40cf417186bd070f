"""What the service worker keeps: every file that a page asks for, each with its digest."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from built.offline import retire_worker, write_worker

NEEDED = {
    "index.html": "",
    "methods/peft/index.html": "methods/peft/",
    "404.html": "404.html",
    "manifest.webmanifest": "manifest.webmanifest",
    "quizzes/index.json": "quizzes/index.json",
    "search/search_index.json": "search/search_index.json",
    "search/methods/peft.json": "search/methods/peft.json",
    "assets/diagrams/peft-lora.svg": "assets/diagrams/peft-lora.svg",
    "assets/a b (ä) 100%.png": "assets/a%20b%20(%C3%A4)%20100%25.png",
    "not-an-index.html": "not-an-index.html",
}
"""Files, and the addresses at which browsers ask for them."""

NOT_NEEDED = [
    ".nojekyll",
    "robots.txt",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/images/favicon.png",
    "assets/stylesheets/main.1234.min.css.map",
    "assets/quiz/main.mjs",
    "assets/site/card.png",
    "assets/site/card.svg",
    "assets/vendor/ts-fsrs/LICENSE",
    "assets/vendor/ts-fsrs/index.d.mts",
]


def site_with(folder: Path, *names: str) -> Path:
    """A site of files that hold their names."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, "utf-8")
    return folder


def worker(site: Path) -> str:
    """The worker of *site*, written anew."""
    write_worker(site)
    return (site / "sw.js").read_text("utf-8")


def listed(site: Path) -> dict[str, str]:
    """The digest of each address that the worker of *site* keeps."""
    return dict(re.findall(r'(?m)^"(.*)": "(.*)"', worker(site)))


def version(site: Path) -> str:
    """The version that the worker of *site* is."""
    return worker(site).splitlines()[0]


def test_what_pages_ask_for_is_listed_as_they_ask_for_it(tmp_path: Path) -> None:
    site = site_with(tmp_path, *NEEDED, *NOT_NEEDED)

    assert set(listed(site)) == set(NEEDED.values())


def test_a_parcel_holds_the_texts_of_a_folder_as_they_are(tmp_path: Path) -> None:
    long = "<p>ä \u2028 both pages say this, and it is long enough to be said once.</p>"
    texts = {
        "quizzes/a/index.html": f"<p>one</p>\n{long}\n\n<p>a</p>" + "\n<br> " * 100,
        "quizzes/b/index.html": f"<p>one</p>\r\n{long}\r\n<p>ä\u2028</p>\n",
        "quizzes/index.json": "",
    }
    for name, text in texts.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    (tmp_path / "quizzes" / "figure.png").write_bytes(b"\x89PNG")
    write_worker(tmp_path)

    parcel = json.loads((tmp_path / "offline" / "pages.json").read_text("utf-8"))

    whole, fresh = bytearray(), io.BytesIO(parcel["text"].encode())
    for size, back, length in zip(parcel["fresh"], parcel["back"], parcel["length"], strict=True):
        whole += fresh.read(size)
        whole += whole[len(whole) - back :][:length]
    unwrapped = io.BytesIO(whole + fresh.read())
    assert parcel["text"].count(long) == 1
    assert {address: unwrapped.read(size).decode() for address, _, size in parcel["files"]} == {
        name.removesuffix("index.html"): text for name, text in texts.items()
    }


def test_a_page_is_there_without_its_style(tmp_path: Path) -> None:
    page = tmp_path / "methods" / "peft" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<style>p{color:red}</style>\n<p>ä</p>\n", "utf-8")

    write_worker(tmp_path)

    bare = tmp_path / "offline" / "methods" / "peft" / "index.html.txt"
    assert bare.read_text("utf-8") == "<style></style>\n<p>ä</p>\n"


def test_what_a_lab_fetches_when_it_is_run_is_listed_apart(tmp_path: Path) -> None:
    at_once = ["assets/labs/labs.css", "assets/labs/run/main.mjs", "labs/index.html"]
    on_demand = ["assets/labs/base.bin", "assets/labs/kernels/kernels.wasm"]
    site = site_with(tmp_path, *at_once, *on_demand, "assets/labs/page/main.mjs")

    files, later = worker(site).split("const LATER")

    assert re.findall(r'(?m)^"(.*)": ', files) == [
        "assets/labs/labs.css",
        "assets/labs/run/main.mjs",
        "labs/",
    ]
    assert re.findall(r'(?m)^"(.*)": ', later) == on_demand


def test_a_digest_is_that_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(b"a\r\nb")

    # printf 'a\r\nb' | openssl dgst -sha256 -binary | head -c 9 | base64
    assert listed(tmp_path) == {"a.css": "GHRfNqBeKQcn"}


def test_the_same_files_make_the_same_worker(tmp_path: Path) -> None:
    one = site_with(tmp_path / "one", *NEEDED)
    other = site_with(tmp_path / "another place", *reversed(NEEDED))

    first = worker(one)

    assert first == worker(one) == worker(other)


@pytest.mark.parametrize("name", NEEDED)
def test_any_other_byte_makes_another_version(tmp_path: Path, name: str) -> None:
    site = site_with(tmp_path, *NEEDED)
    before = version(site)

    (site / name).write_bytes((site / name).read_bytes() + b" ")

    assert version(site) != before


def test_another_name_makes_another_version(tmp_path: Path) -> None:
    site = site_with(tmp_path, "a.css")
    before = version(site)

    (site / "a.css").rename(site / "b.css")

    assert version(site) != before


@pytest.mark.parametrize("name", NOT_NEEDED)
def test_what_no_page_asks_for_makes_no_other_version(tmp_path: Path, name: str) -> None:
    site = site_with(tmp_path, "index.html")
    before = version(site)

    site_with(site, name)

    assert version(site) == before


def test_a_retired_worker_keeps_nothing(tmp_path: Path) -> None:
    site = site_with(tmp_path, "index.html")
    write_worker(site)

    retire_worker(site)

    assert "fetch" not in (site / "sw.js").read_text("utf-8")


def test_everything_that_the_built_pages_load_is_listed(site: Path) -> None:
    kept = set(re.findall(r'(?m)^"(.*)": "', (site / "sw.js").read_text("utf-8")))
    pages = [path.read_text("utf-8") for path in site.rglob("index.html")]

    loaded = {
        address
        for page in pages
        for address in re.findall(r'(?:src|href)="(?:\.\./|\./)*([\w./-]+\.\w+)"', page)
    }

    saved = {address for address in loaded if address.startswith("downloads/")}
    assert len(loaded) > 10
    assert loaded - saved <= kept
    assert not saved & kept
