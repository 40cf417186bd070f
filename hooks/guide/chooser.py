"""The method chooser: questions and rules from YAML, as a form and a table in Markdown.

The table is the only copy of the rules that a page holds: people and browsers read the same words.
"""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from authoring.problems import Place, Report
from quizbank.parse.quiz_fields import QuizFields, read_quiz_fields

CHOOSER = "quiz_data/chooser.yml"
ANY = "any"

_SEPARATORS = (" · ", " or ", "|")
"""What separates the words of a row, so no answer may contain it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and what each answer to it means."""

    ask: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Advice, and the answers that lead to it unless an earlier rule fits them."""

    when: Mapping[str, tuple[str, ...]]
    """The answers that fit, by question; any answer fits a question that is not here."""
    choose: str
    because: str
    runner_up: str
    change_if: str
    place: Place

    def fits(self, case: Mapping[str, str]) -> bool:
        """Whether the answers *case*, one a question, lead here."""
        return all(case[question] in answers for question, answers in self.when.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """Questions, and rules of which the first that fits wins."""

    questions: Mapping[str, Question]
    rules: tuple[Rule, ...]
    links: tuple[tuple[str, Place], ...]
    """Each link of the rules, from the docs root, with its place."""

    def cases(self) -> Iterator[dict[str, str]]:
        """Every way to answer all questions."""
        answers = [question.answers for question in self.questions.values()]
        for chosen in itertools.product(*answers):
            yield dict(zip(self.questions, chosen, strict=True))


def read_chooser(files: Mapping[str, bytes], report: Report) -> Chooser | None:
    """The chooser among *files*, `{path: file}`, or None; every problem that it has is reported."""
    already = len(report.problems)
    fields = read_quiz_fields(files, CHOOSER, "the chooser", report)
    if fields is None:
        return None
    questions = {
        name.value: _question(each) for name, each in fields.named("questions", "question")
    }
    _check_words(questions, fields)
    rules = tuple(_rule(each, questions) for each in fields.each("rules", "row"))
    fields.done()
    chooser = Chooser(questions=questions, rules=rules, links=tuple(fields.file.links))
    if len(report.problems) == already:
        _check_cases(chooser, fields)
    return chooser if len(report.problems) == already else None


def _question(fields: QuizFields) -> Question:
    ask = fields.words("ask")
    answers: dict[str, str] = {}
    for word, node in fields.entries("answers"):
        meaning = fields.as_text(word.value, node)
        answers[word.value] = meaning.value if meaning else ""
        if word.value == ANY or any(separator in word.value for separator in _SEPARATORS):
            fields.report.add(word.place(), f"{word.value!r} cannot be an answer in the table")
    fields.done()
    return Question(ask=ask, answers=answers)


def _check_words(questions: Mapping[str, Question], fields: QuizFields) -> None:
    """Report a word that answers two questions: a row names answers without their questions."""
    asked_by: dict[str, str] = {}
    for name, question in questions.items():
        for word in question.answers:
            earlier = asked_by.setdefault(word, name)
            if earlier != name:
                fields.fail(f"{word!r} answers both {earlier!r} and {name!r}")


def _rule(fields: QuizFields, questions: Mapping[str, Question]) -> Rule:
    place = fields.place
    node = fields.take("when")
    when = _when(fields.below(node, fields.what), questions) if node else {}
    rule = Rule(
        when=when,
        choose=fields.paragraph("choose").strip(),
        because=fields.paragraph("because").strip(),
        runner_up=fields.paragraph("runner-up").strip(),
        change_if=fields.paragraph("change-if").strip(),
        place=place,
    )
    fields.done()
    return rule


def _when(fields: QuizFields, questions: Mapping[str, Question]) -> dict[str, tuple[str, ...]]:
    when: dict[str, tuple[str, ...]] = {}
    for name, question in questions.items():
        answers = fields.texts(name)
        for answer in answers:
            if answer.value not in {*question.answers, ANY}:
                known = ", ".join(question.answers)
                sentence = f"{answer.value!r} is no answer to {name!r}: {known} or any"
                fields.fail(sentence, answer.place())
        words = tuple(answer.value for answer in answers)
        if ANY not in words:
            when[name] = words
    fields.done()
    return when


def _check_cases(chooser: Chooser, fields: QuizFields) -> None:
    """Report a case that no rule fits, and a rule that is never the first to fit."""
    reached: set[int] = set()
    for case in chooser.cases():
        fitting = (number for number, rule in enumerate(chooser.rules, 1) if rule.fits(case))
        first = next(fitting, 0)
        if not first and 0 not in reached:
            fields.fail(f"no row fits {', '.join(case.values())}")
        reached.add(first)
    for number, rule in enumerate(chooser.rules, 1):
        if number not in reached:
            fields.report.add(rule.place, f"row {number}: earlier rows fit all that it fits")


def _form(chooser: Chooser) -> str:
    fieldsets = [
        f"<fieldset>\n<legend>{number}. {html.escape(question.ask)}</legend>\n"
        + "".join(_choice(name, word, means) for word, means in question.answers.items())
        + "</fieldset>"
        for number, (name, question) in enumerate(chooser.questions.items(), 1)
    ]
    return "\n".join(
        [
            '<form class="tool" data-search-exclude="">',
            *fieldsets,
            "<method-chooser></method-chooser>",
            "</form>",
        ]
    )


def _choice(question: str, word: str, means: str) -> str:
    name, value = html.escape(question), html.escape(word)
    control = f'<input type="radio" name="{name}" value="{value}">'
    return f"<p><label>{control} <strong>{value}</strong>: {html.escape(means)}</label></p>\n"


def _table(chooser: Chooser) -> str:
    rows = [_row(number, rule) for number, rule in enumerate(chooser.rules, 1)]
    head = "| Row | If the answers are | Choose | Runner-up, and what would change it |"
    table = "\n".join([head, "| --- | --- | --- | --- |", *rows])
    return f'<div class="tool-rows" id="chooser-rules" markdown="1">\n\n{table}\n\n</div>'


def _row(number: int, rule: Rule) -> str:
    words = " · ".join(" or ".join(answers) for answers in rule.when.values())
    choose = f"**{rule.choose}.** {rule.because}"
    otherwise = f"*{rule.runner_up}.* Changes if {rule.change_if}."
    return f"| {number} | {words} | {choose} | {otherwise} |"


PARTS = {"questions": _form, "rules": _table}
"""What a marker may ask for, and the function that writes it."""
