"""Problems that authors are told about: each with its place, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Place = tuple[int, int]
"""Line and column, counted from 1."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake, as its author is told about it; line and column count from 1."""

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
        """The same report, bound to the file at *path*."""
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
    """The problems of the whole report."""

    def add(self, place: Place, sentence: str) -> None:
        self.problems.append(Problem(self.path, *place, sentence))


class ProblemsError(Exception):
    """The build cannot go on; carries every problem, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


class BankError(ProblemsError):
    """The guide cannot be built from these quiz files and pages."""
