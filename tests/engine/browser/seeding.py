"""Progress made up for tests, and put into the store past the guide's own code."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

Index = dict[str, Any]
"""What quizzes/index.json holds."""

DAY = 86_400_000

OPEN = """const [{ name }] = await indexedDB.databases()
    const request = indexedDB.open(name)
    await new Promise((resolve) => (request.onsuccess = resolve))
    const database = request.result"""

KEEP = f"""async (contents) => {{
    {OPEN}
    const transaction = database.transaction(Object.keys(contents), "readwrite")
    for (const [store, records] of Object.entries(contents))
        for (const [value, key] of records) transaction.objectStore(store).put(value, key)
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
}}"""

EVERYTHING = f"""async () => {{
    {OPEN}
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names)
    const requests = names.map((name) => transaction.objectStore(name).getAll())
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    database.close()
    return Object.fromEntries(names.map((name, place) => [name, requests[place].result]))
}}"""


def index_of(site: Path) -> Index:
    """What there is to answer in the built *site*."""
    return json.loads((site / "quizzes" / "index.json").read_text("utf-8"))


def items_of(index: Index) -> list[dict[str, str]]:
    """Every item of every quiz."""
    return [item for quiz in index["quizzes"] for item in quiz["items"]]


def attempt(item: dict[str, str], **changes: object) -> dict[str, object]:
    """A right answer to *item* as it is, given in 2026, unless told otherwise."""
    return {
        "id": f"{item['id']}-{random.getrandbits(64)}",
        "item": item["id"],
        "revision": item["revision"],
        "response": ["a"],
        "outcome": "correct",
        "confidence": None,
        "at": 1_790_000_000_000,
        **changes,
    }


def exam(
    name: str, items: list[dict[str, str]], handed_in: int
) -> tuple[dict[str, object], list[dict[str, object]]]:
    """A mock exam of *items*, every third right, the last unanswered, and its attempts."""
    outcomes = ["incorrect" if place % 3 else "correct" for place in range(len(items))]
    outcomes[-1:] = ["unanswered"]
    sat = {
        "id": name,
        "started": handed_in - 1_800_000,
        "deadline": None,
        "paused": None,
        "handedIn": handed_in,
        "items": [{"id": item["id"], "revision": item["revision"]} for item in items],
        "responses": {item["id"]: ["a"] for item in items[:-1]},
        "flagged": [],
        "guessed": [],
        "struck": {},
        "times": {},
    }
    attempts = [
        attempt(item, id=f"{name}-{place}", outcome=outcome, at=handed_in)
        for place, (item, outcome) in enumerate(zip(items, outcomes, strict=True), 1)
    ]
    return sat, attempts
