"""Mistakes told to authors: each with its place, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Place = tuple[int, int]
"""Line and column, counted from 1."""


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
    """Gathers every problem, so that an author fixes a file once."""

    problems: list[Problem] = field(default_factory=list)

    def on(self, path: str) -> FileReport:
        """The report as the file at *path* needs it: bound to that path."""
        return FileReport(path, self.problems)

    def raise_if_any(self) -> None:
        """Raise BankError if anything was reported."""
        if self.problems:
            raise BankError(self.problems)


@dataclass(frozen=True, slots=True)
class FileReport:
    """A report bound to one file: a problem needs only its place and its sentence."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    """Those of the whole report."""

    def add(self, place: Place, sentence: str) -> None:
        self.problems.append(Problem(self.path, *place, sentence))


class ProblemsError(Exception):
    """Something cannot go on; carries every problem found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class BankError(ProblemsError):
    """The guide cannot be built from these quiz files and pages."""
