"""Mistakes told to authors: each with its place, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """A mistake told to its author; line and column count from 1."""

    path: str
    line: int
    column: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.sentence}"


@dataclass(slots=True)
class Report:
    """Gathers every problem, so that an author mends a file once."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, place: tuple[int, int], sentence: str) -> None:
        self.problems.append(Problem(path, *place, sentence))

    def raise_if_any(self) -> None:
        """Raise BankError if anything was reported."""
        if self.problems:
            raise BankError(self.problems)


class ProblemsError(Exception):
    """Something cannot go on; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class BankError(ProblemsError):
    """The guide cannot be built from these quiz files and pages."""
