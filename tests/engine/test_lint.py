"""What the golden stories do not show: warnings, and rules that only a large bank can break."""

from __future__ import annotations

import datetime
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from authoring.problems import Report
from quizbank.lint.bank import ENOUGH, check_bank
from quizbank.lint.figures import figures
from quizbank.lint.reading import grade
from quizbank.lint.remarks import remarks
from quizbank.lint.stems import is_negative, is_shouted, similar_stems
from quizbank.lint.twins import twin_remarks
from quizbank.model import (
    Bank,
    Choice,
    Interaction,
    Item,
    Match,
    Misconception,
    Number,
    Option,
    Order,
    Quiz,
    Recall,
)
from quizbank.settings import Counts, Coverage, Form, Objective, Settings

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 21)
OBJECTIVES = ("3.1", "3.3.1", "3.3.2", "3.3.3", "3.4")
SETTINGS = Settings(
    objectives={name: Objective(name=name, title=name, weight=1, task=name) for name in OBJECTIVES},
    counts=Counts(options=(4, 4), options_of_several=(5, 8)),
    balance="problem",
    coverage=Coverage(
        level="problem",
        pages={"methods/": 10},
        without=frozenset({"methods/summary-table.md"}),
        objectives=10,
        interactions=0.05,
        difficulties=0.15,
    ),
    hosts=frozenset({"arxiv.org", "docs.aws.amazon.com"}),
    names=("Amazon", "Bedrock", "SageMaker", "HyperPod"),
)
WHY = "The base stays frozen while the added matrices are trained."


def choice(texts: str, key: int = 0, misconception: str = "") -> Choice:
    """A choice of *texts*, set apart by '|'; the key is counted from 0."""
    options = tuple(
        Option(
            id=str(number),
            text=text,
            why=f"{WHY} This is reason {number}.",
            misconception="" if number == key else misconception,
        )
        for number, text in enumerate(texts.split("|"))
    )
    return Choice(options=options, key=frozenset({str(key)}))


PLAIN = choice("Two thin matrices|The whole network|The output layer|The token table")
SOUND = Item(
    id="one",
    scenario="",
    stem="Which part of a network does LoRA change while it learns?",
    interaction=PLAIN,
    difficulty="recall",
    objective="3.3.2",
    rationale="LoRA trains two small matrices. They stand beside each frozen one.",
    hints=(),
    sources=("https://arxiv.org/abs/2106.09685",),
    reviewed="2026-11-20",
    status_note="",
    line=1,
    column=1,
)


def bank_of(*items: Item, misconceptions: tuple[Misconception, ...] = ()) -> Bank:
    """One quiz of *items*."""
    quiz = Quiz(path="a.yml", slug="a", title="A", page="methods/peft.md", items=items)
    return Bank(quizzes=(quiz,), misconceptions=misconceptions)


def told(*items: Item, misconceptions: tuple[Misconception, ...] = ()) -> list[str]:
    """Each remark on *items*, without its place."""
    found = remarks(bank_of(*items, misconceptions=misconceptions), (), SETTINGS, TODAY)
    return [str(remark).removeprefix("a.yml:1:1: warning: item 'one': ") for remark in found]


HARD = "Organisational considerations necessitate institutional reconsideration notwithstanding "

WARNED = {
    "a long option": (
        {"interaction": choice("Two thin matrices beside the frozen one|Network|Layer|Table")},
        "option 'Two thin matrices beside the frozen one' is 6.9 times as long as the others (L07)",
    ),
    "an absolute word": (
        {"interaction": choice("Two thin matrices|Only the network|The output layer|The table")},
        "'Only' in option 'Only the network' is absolute (L10)",
    ),
    "a word of the stem in the key": (
        {"stem": "Which thin matrices are the ones that LoRA changes while it learns?"},
        "'matrices' is in the stem and in the key, but in no distractor (L11)",
    ),
    "an article before the options": (
        {"stem": "Name the thing that LoRA adds: beside each frozen matrix stands a"},
        "the stem ends in an article that does not fit each option (L12)",
    ),
    "another part of speech": (
        {"interaction": choice("Two thin matrices|By the network|The output layer|The table")},
        "some options start with a noun and some with a preposition (L12)",
    ),
    "a sentence among names": (
        {"interaction": choice("Two thin matrices|The net is frozen|The output layer|The table")},
        "'The net is frozen' is a sentence, and another option is not (L12)",
    ),
    "a reason": (
        {"interaction": choice("Two thin parts, since small|The net|The output layer|The table")},
        "'since' in option 'Two thin parts, since small' gives a reason; that belongs in the why"
        " (L17)",
    ),
    "another end": (
        {"interaction": choice("Two thin matrices|The whole network.|The output layer|The table")},
        "some options end with a punctuation mark and some without (L12)",
    ),
    "a vague word": (
        {"interaction": choice("Two thin matrices|Often the network|The output layer|The table")},
        "'Often' in option 'Often the network' is vague (L13)",
    ),
    "no task in the stem": (
        {"stem": "Which of the following is true of the way that LoRA learns?"},
        "asks which is true; ask one thing that each option answers (L13)",
    ),
    "no question": (
        {"stem": "LoRA changes a part of a network while it learns."},
        "the stem ends neither with a question nor with an instruction (L14)",
    ),
    "a short stem": (
        {"stem": "What does LoRA train?"},
        "the stem has 4 words; 8 or more make a task (L14)",
    ),
    "a long stem": (
        {"stem": "A net can be big. " * 20 + "Which part of it does LoRA change?"},
        "the stem has 107 words; at most 90 (L14)",
    ),
    "a long option of many words": (
        {"interaction": choice("|".join(f"{letter} " * 26 + "net" for letter in "fghi"))},
        f"option {'f ' * 26 + 'net'!r} has 27 words; at most 25 (L14)",
    ),
    "a stem that is hard to read": (
        {"stem": f"{HARD}institutional fine-tuning?"},
        "the stem reads at grade 37.7; at most 12 (L15)",
    ),
    "an explanation that is hard to read": (
        {"rationale": HARD * 9},
        "the explanation reads at grade 27.1; at most 14 (L15)",
    ),
    "an unknown source": (
        {"sources": ("https://example.org/x",)},
        "source 'example.org' is not one of arxiv.org, docs.aws.amazon.com (L19)",
    ),
    "facts checked long ago": (
        {"reviewed": "2025-11-20"},
        "its facts were last checked on 2025-11-20, more than a year ago (L19)",
    ),
}


def test_a_sound_item_is_not_remarked_on() -> None:
    assert told(SOUND) == []
    assert told(replace(SOUND, reviewed="2025-11-21")) == []


@pytest.mark.parametrize("name", WARNED)
def test_a_warning(name: str) -> None:
    changes, sentence = WARNED[name]

    assert sentence in told(replace(SOUND, **changes))


def test_an_item_is_warned_of_when_another_says_its_key() -> None:
    key = "Two thin matrices beside each frozen one"
    asks = replace(
        SOUND, interaction=choice(f"{key}|All the layers of the whole network|x y z|x z y")
    )
    says = replace(SOUND, id="two", rationale=f"LoRA trains {key.lower()}: that is all of it.")

    assert f"its key {key!r} is said in 'two', on the same page (L22)" in told(asks, says)
    assert not [sentence for sentence in told(asks) if "L22" in sentence]


OVENS = "A bakery bakes rye bread in a stone oven and wants a thicker crust by Friday."
REWORDED = "A bakery bakes its rye bread in one stone oven and by Friday wants a thicker crust."
RELATED = "A bakery bakes wheat rolls in a gas oven and wants a thicker crust at any cost."
OTHER_KEY = choice("Two thin matrices|The whole network|The output layer|The token table", 1)


@pytest.mark.parametrize(
    ("stem", "interaction", "sentence"),
    [
        (REWORDED, Recall(answer="x"), "asks what 'two' asks, in nearly the same words (L20)"),
        (RELATED, choice("Two thin matrices|A|B|C"), "has the cue and the key of 'two' (L20)"),
        (RELATED, choice("Two thin matrices|A|B|C", 1), ""),
        ("Which wine goes with fish?", PLAIN, "has the options and the key of 'two' (L20)"),
        ("Which wine goes with fish?", OTHER_KEY, ""),
    ],
    ids=["reworded", "one cue", "cue with another key", "options and key", "options alone"],
)
def test_an_item_that_repeats_another_is_warned_of(
    stem: str, interaction: Interaction, sentence: str
) -> None:
    early = replace(SOUND, id="two", stem=OVENS)

    repeats = told(early, replace(SOUND, stem=stem, interaction=interaction))

    assert [each for each in repeats if "(L20)" in each] == ([sentence] if sentence else [])


def test_items_of_one_case_share_its_words_by_design() -> None:
    early = replace(SOUND, id="two", scenario=OVENS)
    late = replace(SOUND, scenario=OVENS, interaction=OTHER_KEY)

    assert not [each for each in told(early, late) if "(L20)" in each]


def test_repeats_are_looked_up_and_not_compared_each_with_each() -> None:
    """Ten times as many items cost about ten times as much, not a hundred times."""
    costs = [cost_of_repeats(count) for count in (500, 5000)]

    assert costs[1] < 30 * costs[0]


def cost_of_repeats(count: int) -> float:
    """CPU seconds for as many items as *count*, whose words meet as those of a real bank do."""
    words = [f"word{number}" for number in range(count)]
    draw = random.Random(7)
    items = [
        replace(SOUND, id=f"i{number}", stem=" ".join(draw.choices(words, k=30)))
        for number in range(count)
    ]
    start = time.process_time()
    list(twin_remarks(bank_of(*items)))
    return time.process_time() - start


def test_misconceptions_are_used_each_and_none_too_often() -> None:
    known = tuple(
        Misconception(id=name, text="", why="", section="", path="m.yml", line=line, column=3)
        for line, name in enumerate(("unused", "overused"), 1)
    )
    filed = replace(SOUND, interaction=replace(PLAIN, options=filed_under("overused")))

    assert told(filed, misconceptions=known) == [
        "m.yml:1:3: warning: no distractor is filed under 'unused' (L21)",
        "m.yml:2:3: warning: 100% of the filed distractors are filed under 'overused';"
        " at most 15% (L21)",
    ]


def test_each_distractor_is_filed_where_there_is_a_list() -> None:
    known = Misconception(id="x", text="", why="", section="", path="m.yml", line=1, column=3)
    *filed, last = filed_under("x")
    options = (*filed, replace(last, misconception=""))
    item = replace(SOUND, interaction=replace(PLAIN, options=options))

    sentences = told(item, misconceptions=(known,))

    assert sum("is filed under no misconception (L21)" in sentence for sentence in sentences) == 1
    assert not [sentence for sentence in told(item) if "L21" in sentence]


def filed_under(misconception: str) -> tuple[Option, ...]:
    """The options of PLAIN, their distractors filed."""
    return tuple(
        option if option.id in PLAIN.key else replace(option, misconception=misconception)
        for option in PLAIN.options
    )


NEGATIVE = {
    "Which of these is not a part of LoRA?": True,
    "Which weights does LoRA not change?": True,
    "Which method doesn't change any weight?": True,
    "Which task cannot be done with LoRA?": True,
    "Which statement is false?": True,
    "All of these change weights except which one?": True,
    "Which outcome is least likely?": True,
    "Which choice has the LEAST operational overhead?": False,
    "What does the team hold that it did not hold before?": False,
    "The firm has not begun. Which step comes first?": False,
    "What can it achieve, and why would a prompt not do the same?": False,
    "Every desk except one agrees. Which step comes first?": False,
}


@pytest.mark.parametrize("stem", NEGATIVE)
def test_a_negative_stem_is_told_from_a_word(stem: str) -> None:
    assert is_negative(stem) == NEGATIVE[stem]


def test_a_negative_word_in_capitals_is_shouted() -> None:
    assert is_shouted("Which of these is NOT a part of LoRA?")
    assert not is_shouted("Which of these is not a part of LoRA?")


def test_a_short_stem_may_be_asked_of_two_cases() -> None:
    first = replace(SOUND, scenario="A bank keeps its letters in a vault in Basel.")
    second = replace(SOUND, id="two", scenario="A zoo films how otters sleep in winter.")
    again = replace(second, id="three")

    assert list(similar_stems([first, second])) == []
    assert list(similar_stems([first, second, again])) == [(again, "has the same stem as 'two'")]


OTHERS: tuple[Interaction, ...] = (
    Order(steps=(), distractors=()),
    Match(pairs=(), distractors=()),
    Number(value="1", tolerance="0", unit=""),
    Recall(answer=""),
)
LEVELS = ("recall", "apply", "analyze")


def large_bank(choices: list[Choice], others: int = 8, **changes: str) -> Bank:
    """A bank of *choices* and *others* of each other interaction, even in all else."""
    interactions: list[Interaction] = [*choices, *OTHERS * others]
    items = [
        replace(
            SOUND,
            id=f"item-{number}",
            interaction=interaction,
            objective=OBJECTIVES[number % 5],
            difficulty=LEVELS[number % 3],
        )
        for number, interaction in enumerate(interactions)
    ]
    return bank_of(*(replace(item, **changes) for item in items))


def placed(places: list[int], right: str = "Matrix", wrong: str = "Tables") -> list[Choice]:
    """A choice for each of *places*, where its key stands, counted from 0."""
    texts = [[right if n == place else f"{wrong[:-1]}{n}" for n in range(4)] for place in places]
    return [choice("|".join(row), place) for row, place in zip(texts, places, strict=True)]


EVEN = [0, 1, 2, 3] * 25
PAGES = ("index.md", "methods/peft.md", "methods/summary-table.md")

BROKEN = {
    "L06 longest": (
        large_bank(placed(EVEN, right="Matrices")),
        "the key alone is the longest option of 100% of the items; at most 35%",
    ),
    "L06 shortest": (
        large_bank(placed(EVEN, right="Thin")),
        "the key alone is the shortest option of 100% of the items; at most 35%",
    ),
    "L06 ratio": (
        large_bank(placed(EVEN, right="Matrices")),
        "keys are 1.33 times as long as distractors; keep to 0.85 to 1.15",
    ),
    "L08 share": (
        large_bank(placed([0, 1, 0, 2, 0, 3] * 17)),
        "the key is at place 1 in 50% of the items; keep to 15% to 35%",
    ),
    "L08 chi-square": (
        large_bank(placed([0, 1, 0, 2, 1, 3, 0, 1, 2, 1] * 12)),
        "the places of the keys are too uneven for chance (chi-square, p < 0.05)",
    ),
    "L08 run": (
        large_bank(placed(sorted(EVEN))),
        "a.yml has 25 keys in a row at one place; at most 3",
    ),
    "L09": (
        large_bank(placed(EVEN), stem="Which of these is NOT trained?"),
        "100% of the stems ask what is not so; at most 3%",
    ),
    "L10": (
        large_bank(placed(EVEN, right="Matrix", wrong="All X")),
        "100% of the distractors and 0% of the keys hold a word such as 'only' or 'never';"
        " it marks the distractors",
    ),
    "L16 objective": (
        large_bank(placed(EVEN), objective="3.4"),
        "objective 3.3.1 needs 10 items and has 0",
    ),
    "L16 interaction": (
        large_bank(placed(EVEN), others=1),
        "1% of the items are 'number'; at least 5%",
    ),
    "L16 difficulty": (
        large_bank(placed(EVEN), difficulty="recall"),
        "0% of the items are 'analyze'; at least 15%",
    ),
}


def faults(bank: Bank, pages: tuple[str, ...]) -> list[str]:
    """What is wrong with *bank* as a whole."""
    report = Report()
    check_bank(bank, pages, SETTINGS, report)
    return [problem.sentence for problem in report.problems]


def test_an_even_bank_is_sound() -> None:
    assert faults(large_bank(placed(EVEN)), PAGES) == []


@pytest.mark.parametrize("name", BROKEN)
def test_a_rule_for_the_whole_bank(name: str) -> None:
    bank, sentence = BROKEN[name]

    assert sentence in faults(bank, PAGES)


def test_a_method_page_needs_items() -> None:
    bank = large_bank(placed(EVEN))

    assert faults(bank, (*PAGES, "methods/rlhf.md")) == [
        "docs/methods/rlhf.md needs 10 items and has 0"
    ]


def test_two_quizzes_on_a_page_count_together() -> None:
    items = large_bank(placed(EVEN)).quizzes[0].items
    (whole,) = bank_of(*items).quizzes
    some = replace(whole, slug="b", page="methods/rlhf.md", items=items[:4])
    others = replace(whole, slug="c", page="methods/rlhf.md", items=items[4:10])

    assert faults(Bank(quizzes=(whole, some, others)), (*PAGES, "methods/rlhf.md")) == []


@pytest.mark.parametrize("level", ["warning", "off"])
def test_what_the_settings_do_not_call_a_problem_is_none(level: str) -> None:
    bank, sentence = BROKEN["L06 longest"]
    report = Report()
    settings = replace(SETTINGS, balance=level)

    check_bank(bank, PAGES, settings, report)
    sentences = [str(remark) for remark in remarks(bank, PAGES, settings, TODAY)]

    assert report.problems == []
    warning = f"quiz_data/guide.yml:1:1: warning: {sentence} (L06)"
    assert (warning in sentences) == (level == "warning")


def test_a_small_bank_is_not_counted() -> None:
    settings = replace(SETTINGS, coverage=Coverage())
    report = Report()

    check_bank(large_bank(placed([0] * (ENOUGH - 5)), others=1), PAGES, settings, report)

    assert report.problems == []


def test_the_bank_is_told_in_figures() -> None:
    bank = large_bank(placed(EVEN))

    elsewhere = {"stem_words": ("40.0", "24.5"), "longest": ("", "53%")}
    form = Form(actor="company", banks=("ours", "theirs"), elsewhere=elsewhere)
    settings = replace(SETTINGS, form=form)

    said = figures(bank, settings, remarks(bank, PAGES, settings, TODAY))

    *table, line = said.splitlines()
    assert line.startswith("132 items in 1 quizzes; choice 100, match 8, number 8, order 8, recall")
    assert "; keys by place 25% 25% 25% 25%; key length ratio 1.00; " in line
    assert [row.split()[-3:] for row in (table[0], table[1], table[-3])] == [
        ["here", "ours", "theirs"],
        ["11.0", "40.0", "24.5"],
        ["key", "0%", "53%"],
    ]


def test_long_words_in_long_sentences_are_hard_to_read() -> None:
    assert grade("The cat sat on the mat. It saw a dog.") < 2
    assert grade(HARD) > 14
    assert grade("Amazon Bedrock and SageMaker HyperPod", SETTINGS.names) < 4


def test_check_prints_warnings_and_figures_and_passes() -> None:
    command = [sys.executable, "-m", "guide", "check"]

    said = subprocess.run(command, cwd=ROOT / "hooks", capture_output=True, text=True, check=False)

    assert said.returncode == 0, said.stderr
    assert said.stderr == ""
    *lines, last = said.stdout.splitlines()
    warnings = [line for line in lines if ": warning: " in line]
    assert lines[len(warnings)].startswith("how the choices look")
    assert f"; {len(warnings)} warnings" in last
