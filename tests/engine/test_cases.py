"""Inputs that other people's users reported elsewhere, each with a variant: see `cases/`."""

from __future__ import annotations

import datetime
import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
from mkdocs.config import load_config

from authoring.problems import BankError
from guide import (
    Sources,
    build_guide,
    hold,
    read_diagrams,
    read_guide,
    read_prose,
    read_sources,
    restore,
)
from guide.index import INDEX_URI

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases"
GUIDE = (Path(__file__).parent / "golden" / "guide.yml").read_bytes()
PROSE = {"build/workflow.md": "# Workflow\n", "index.md": "# Home\n"}


def build_case(quiz: str, name: str = "case") -> dict[str, str]:
    """The pages of a guide with this one *quiz*."""
    files = {f"quiz_data/{name}.yml": quiz.encode(), "quiz_data/guide.yml": GUIDE}
    return build_guide(files, PROSE, {})


def case(name: str) -> str:
    return (CASES / f"{name}.yml").read_text("utf-8")


def problems(quiz: str, name: str = "case") -> list[str]:
    """The sentences that its author gets, without the path."""
    with pytest.raises(BankError) as error:
        build_case(quiz, name)
    return [str(each).partition(".yml:")[2] for each in error.value.problems]


@pytest.fixture(scope="module")
def convert() -> markdown.Markdown:
    """Markdown as the guide has it."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(
        extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"]
    )


class Text(HTMLParser):
    """The text of a page, as a reader sees it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        """Take it."""
        self.seen += data


def seen(convert: markdown.Markdown, page: str) -> str:
    """What a reader of the Markdown *page* sees."""
    body, held = hold(re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL))
    return Text(restore(convert.reset().convert(body), held)).seen


def test_html_in_a_fence_is_shown_as_written(convert: markdown.Markdown) -> None:
    page = build_case(case("html-sample-in-rationale"))["quizzes/case.md"]

    text = seen(convert, page)

    for line in ("<h1>Refunds</h1>", "<p>Refunds take five days.</p>", "<li>Cards</li>"):
        assert line in text
    assert "held-" not in text


@pytest.mark.parametrize("tag", ["details", "fieldset", "ol", "p"])
def test_any_block_in_a_fence_is_shown_as_written(convert: markdown.Markdown, tag: str) -> None:
    sample = f"<{tag}>\n      one\n      </{tag}>\n\n      </form>"
    quiz = case("html-sample-in-rationale").replace("<p>Refunds take five days.</p>", sample)

    text = seen(convert, build_case(quiz)["quizzes/case.md"])

    assert f"<{tag}>\none\n</{tag}>" in text
    assert "</form>" in text
    assert text.count("Only the sentence should stay.") == 1


def test_a_comment_that_looks_like_a_placeholder_stays_a_comment() -> None:
    page = "# Home\n\n<!--held-0-->\n\n<p>One.</p>\n\n<!--held-1-->\n"

    body, held = hold(page)

    assert restore(body, held).split() == page.split()


def test_in_code_every_sign_counts() -> None:
    assert "2**3" in html.unescape(build_case(case("code-options"))["quizzes/case.md"])


def test_in_code_the_case_counts_and_in_prose_it_does_not() -> None:
    quiz = case("code-options")

    assert build_case(quiz.replace("`2+3`", "`n`").replace("`2-3`", "`N`"))
    assert any(
        "option 'Two' is already given" in sentence
        for sentence in problems(quiz.replace('"`2+3`"', "two").replace('"`2-3`"', "Two"))
    )


def test_a_response_is_plain_text(convert: markdown.Markdown) -> None:
    text = seen(convert, build_case(case("tag-in-response"))["quizzes/case.md"])

    assert text.count("<p>") >= 2
    assert "&lt;" not in text


def test_an_entity_in_a_response_is_refused_and_the_advice_is_right(
    convert: markdown.Markdown,
) -> None:
    quiz = case("tag-in-response-as-told")

    sentences = problems(quiz)

    assert sentences[0].endswith("'&lt;' would be shown as it is; write '<'")
    assert "<p>" in seen(convert, build_case(quiz.replace("&lt;", "<"))["quizzes/case.md"])


def test_a_response_that_fits_nothing_is_plain_text_too(convert: markdown.Markdown) -> None:
    step = "{text: <b>, why: The letter b stands for bold in every version of HTML.}"
    others = f"    distractors:\n      - {step}\n    rationale:"
    quiz = case("tag-in-response").replace("    rationale:", others)

    assert "<b>" in seen(convert, build_case(quiz)["quizzes/case.md"])
    assert "'**' would be shown" in problems(quiz.replace("<b>", '"**b**"'))[0]


def test_markup_in_a_title_is_refused() -> None:
    assert problems(case("title-with-markup"))[:1] == [
        "1:9: the quiz: '`' would be shown as it is; this is plain text"
    ]


def test_signs_in_a_title_are_shown_everywhere(convert: markdown.Markdown) -> None:
    title = 'R&D: a "quick" check, 1 < 2 & snake_case * 2'
    quiz = re.sub(r"(?m)^title: .*$", f"title: '{title}'", case("title-with-markup"))

    pages = build_case(quiz)

    assert f"Quiz: {title}" in seen(convert, pages["quizzes/case.md"])
    assert json.loads(pages[INDEX_URI])["quizzes"][0]["title"] == title


def test_addresses_as_people_write_them_are_taken(convert: markdown.Markdown) -> None:
    page = build_case(case("source-addresses"))["quizzes/case.md"]
    body, held = hold(page)

    links = re.findall(r'href="([^"]+)"', restore(convert.reset().convert(body), held))

    wanted = "https://en.wikipedia.org/wiki/Goodhart's_law"
    assert [html.unescape(link) for link in links].count(wanted) == 2
    assert "https://Docs.AWS.amazon.com/bedrock/" in links


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("https://example.org/a b", "holds ' '; an address writes it '%20'"),
        ("https://example.org/<x>", "holds '<'; an address writes it '%3C'"),
        ("http://example.org/", "is not an https address"),
        ("https:///path", "has no host behind 'https://'"),
    ],
)
def test_what_is_wrong_with_an_address_is_named(address: str, sentence: str) -> None:
    quiz = case("source-addresses").replace("https://example.org?id=1", address)

    assert any(f"{address!r} {sentence}" in each for each in problems(quiz))


def test_a_joiner_belongs_to_the_spelling_of_a_word() -> None:
    page = build_case(case("unicode-joiners"))["quizzes/case.md"]

    assert "\u0645\u06cc\u200c\u0631\u0648\u062f" in page
    assert "\U0001f469\u200d\U0001f4bb" in page


def test_a_joiner_beside_a_latin_letter_is_told_once() -> None:
    quiz = case("unicode-joiners").replace('b: {text: "', 'b: {text: "fine\u200c tuned ')

    assert [each.partition(": ")[2] for each in problems(quiz)] == [
        "hidden character U+200C; delete it"
    ]


def test_a_joiner_behind_an_escape_is_told_as_an_escape() -> None:
    quiz = case("unicode-joiners").replace('b: {text: "', 'b: {text: "fine\\u200c tuned ')

    assert "a '\\' in double quotes starts an escape" in problems(quiz)[0]


@pytest.mark.parametrize("name", ["index", "readme"])
def test_a_quiz_cannot_be_called_like_the_page_of_a_folder(name: str) -> None:
    quiz = case("code-options")

    assert problems(quiz, name) == [
        f"1:1: a quiz cannot be called {name!r}: its page would be a folder's"
    ]


def test_a_quiz_may_test_the_home_page() -> None:
    index = json.loads(build_case(case("quiz-on-home-page"))[INDEX_URI])

    assert index["quizzes"][0]["page"] == ""


def test_tables_lists_and_links_are_shown_as_written(convert: markdown.Markdown) -> None:
    text = seen(convert, build_case(case("links-and-tables"))["quizzes/case.md"])

    for words in (
        "grep -c 'a|b' <file>",
        "AT&T or R&D",
        "> Both runs alike",
        'd = {"a": 1}  # <b>',
    ):
        assert words in text


def lay_out(root: Path) -> Path:
    """A guide of one quiz in *root*."""
    (root / "quiz_data").mkdir()
    (root / "docs" / "assets" / "diagrams").mkdir(parents=True)
    (root / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (root / "quiz_data" / "guide.yml").write_bytes(GUIDE)
    quiz = case("quiz-on-home-page")
    (root / "quiz_data" / "home.yml").write_text(quiz, "utf-8")
    return root


def read_and_build(root: Path) -> dict[str, str]:
    return build_guide(read_sources(root), read_prose(root), read_diagrams(root))


@pytest.mark.parametrize("name", [".#home.yml", "._home.yml", ".home.yml.swp", ".cache/home.yml"])
def test_what_editors_and_systems_leave_is_passed_over(tmp_path: Path, name: str) -> None:
    lock = lay_out(tmp_path) / "quiz_data" / name
    lock.parent.mkdir(exist_ok=True)
    lock.symlink_to("someone@host.1234:1700000000")
    (tmp_path / "docs" / "assets" / "diagrams" / ".#x.svg").symlink_to("nowhere")
    (tmp_path / "docs" / ".#index.md").symlink_to("nowhere")

    assert "quizzes/home.md" in read_and_build(tmp_path)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("module1/extra.yml", "quiz files are not read from folders; move it to quiz_data/"),
        ("extra.YML", "a quiz file's name ends in '.yml'"),
        ("extra.yaml", "a quiz file's name ends in '.yml'"),
        ("extra (1).yml", "a quiz file's name is made of a-z, 0-9 and single '-'"),
        ("notes.txt", "this file is not read; a quiz file's name ends in '.yml'"),
    ],
)
def test_what_is_not_read_is_named(tmp_path: Path, name: str, sentence: str) -> None:
    extra = lay_out(tmp_path) / "quiz_data" / name
    extra.parent.mkdir(exist_ok=True)
    extra.write_text(case("code-options").replace("build/workflow.md", "index.md"), "utf-8")

    with pytest.raises(BankError) as error:
        read_and_build(tmp_path)

    assert f"quiz_data/{name}:1:1: {sentence}" in str(error.value).splitlines()


def test_facts_cannot_be_reviewed_in_the_future() -> None:
    quiz = case("code-options").replace("build/workflow.md", "index.md")
    files = {"quiz_data/a.yml": quiz.encode(), "quiz_data/guide.yml": GUIDE}
    sentence = "item 'code-power': 2026-11-20 is in the future; nobody has reviewed it then"

    def told(day: str) -> list[str]:
        today = datetime.date.fromisoformat(day)
        guide = read_guide(Sources(files=files, prose=PROSE, diagrams={}, today=today))
        return [str(problem) for problem in guide.problems]

    assert told("2026-11-18") == [f"quiz_data/a.yml:16:15: {sentence}"]
    assert told("2026-11-19") == []  # it may be a day later where its author lives
