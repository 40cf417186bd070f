"""A question a day: a list of the year ahead as JSON, and a feed of the days before as Atom.

Nothing is drawn by chance: each year has an order of all questions and takes one a day. Where
there are more questions than days, none comes twice, and a new one moves others by a day at most.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import hashlib
import json
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from export.content import question
from export.edition import Edition, UnfitError
from export.front import front_text, offered_html
from export.xml import DECLARATION, element, escape, fit
from quizbank.model import Bank, Item, Quiz
from quizbank.parse.links import quiz_uri

AHEAD, BEHIND = 366, 14
"""Days in the list, today included, and in the feed, likewise."""

Day = tuple[datetime.date, Quiz, Item]


def daily_files(bank: Bank, edition: Edition) -> dict[str, bytes]:
    """`today.json` and, where the site's address is known, `today.atom`; nothing without items."""
    if not bank.items:
        return {}
    today = datetime.datetime.fromtimestamp(edition.timestamp, datetime.UTC).date()
    files = {"today.json": _list(_days(bank, today, AHEAD), edition)}
    if edition.address("index.md"):
        past = today - datetime.timedelta(days=BEHIND - 1)
        files["today.atom"] = _feed(list(_days(bank, past, BEHIND))[::-1], edition)
    return files


def _days(bank: Bank, first: datetime.date, count: int) -> Iterator[Day]:
    """Each day from *first* on, with its question."""
    order: dict[int, list[str]] = {}
    for day in (first + datetime.timedelta(days=number) for number in range(count)):
        if day.year not in order:
            order[day.year] = sorted(bank.items, key=functools.partial(_rank, day.year))
        ids = order[day.year]
        quiz, item = bank.items[ids[(day.timetuple().tm_yday - 1) % len(ids)]]
        yield day, quiz, item


def _rank(year: int, id: str) -> bytes:
    return hashlib.sha256(f"{year}/{id}".encode()).digest()


def _list(days: Iterator[Day], edition: Edition) -> bytes:
    entries = [
        {
            "date": day.isoformat(),
            "id": item.id,
            "question": front_text(item),
            "answer": _link(quiz, item, edition),
        }
        for day, quiz, item in days
    ]
    whole = {"guide": edition.name, "days": entries}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _feed(days: list[Day], edition: Edition) -> bytes:
    home = urljoin(edition.address("index.md"), ".")
    itself = urljoin(home, "downloads/today.atom")
    feed = element(
        "feed",
        element("id", itself),
        element("title", f"{escape(edition.name)}: question of the day"),
        element("updated", _midnight(days[0][0])),
        element("author", element("name", escape(edition.name))),
        element("link", rel="alternate", type="text/html", href=home),
        element("link", rel="self", type="application/atom+xml", href=itself),
        *_entries(days, edition),
        xmlns="http://www.w3.org/2005/Atom",
        **{"xml:lang": "en-US"},
    )
    return f"{DECLARATION}{feed}\n".encode()


def _entries(days: list[Day], edition: Edition) -> Iterator[str]:
    """An entry for each day, but for a question that XML cannot hold."""
    for day, quiz, item in days:
        with contextlib.suppress(UnfitError):
            yield _entry(day, quiz, item, edition)


def _entry(day: datetime.date, quiz: Quiz, item: Item, edition: Edition) -> str:
    """One question, its answer behind a link. Moved by a day, it is still the same entry."""
    link = _link(quiz, item, edition)
    answer = f"<p>{element('a', 'Answer and why', href=link)}</p>"
    html = f"{question(item, edition)}{offered_html(item, edition)}{answer}"
    whole = element(
        "entry",
        element("id", _tag(link.partition("#")[0], item.id, day.year)),
        element("title", escape(quiz.title)),
        element("published", _midnight(day)),
        element("updated", _midnight(day)),
        element("link", rel="alternate", type="text/html", href=link),
        element("content", escape(html), type="html"),
    )
    return fit(whole)


def _link(quiz: Quiz, item: Item, edition: Edition) -> str:
    home = edition.address(quiz_uri(quiz.path))
    return f"{home}#{item.id}" if home else ""


def _tag(address: str, name: str, year: int) -> str:
    """An id that stays when the page moves to another address of the same host."""
    return f"tag:{urlsplit(address).hostname},{year}:{name}"


def _midnight(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
