"""What every format needs besides the bank, and what it gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from quizbank.model import Bank, Item, Quiz


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which guide is exported, and when."""

    name: str
    """The guide's name: decks and categories start with it."""
    address: Callable[[str], str]
    """The whole address of the page at a URI, or '' where the site's address is not known."""
    timestamp: int
    """When it is exported, in seconds since 1970."""
    changed: Mapping[str, int] = field(default_factory=dict)
    """When each item last changed, likewise. Anki updates only notes with a later time."""

    def time_of(self, item: Item) -> int:
        """When *item* last changed, or else when it is exported."""
        return self.changed.get(item.id, self.timestamp)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An item that the format cannot hold."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A finished file, and what it holds."""

    data: bytes
    counts: Mapping[str, int]
    """How many items of each interaction it holds."""
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: how it is written, and what becomes of each kind of item in it."""

    title: str
    file: str
    """What the file is called on the site."""
    keeps: Mapping[str, str]
    """A sentence for each interaction."""
    loses: str
    """A sentence on what it leaves out of every item."""
    write: Callable[[Bank, Edition], Export]


class UnfitError(Exception):
    """An item does not fit the format; says why."""


class Ledger:
    """Writes items in a format one by one, and remembers those that do not fit."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._left_out: list[LeftOut] = []

    def each(
        self, bank: Bank, write: Callable[[Quiz, Item], str]
    ) -> Iterator[tuple[Quiz, Item, str]]:
        """Each item that fits with its quiz and what *write* makes of it."""
        for quiz, item in bank.items.values():
            try:
                written = write(quiz, item)
            except UnfitError as reason:
                self._left_out.append(LeftOut(id=item.id, reason=str(reason)))
                continue
            self._counts[item.interaction.name] += 1
            yield quiz, item, written

    def close(self, data: bytes) -> Export:
        """The finished export with *data* as its file."""
        return Export(data=data, counts=dict(self._counts), left_out=tuple(self._left_out))
