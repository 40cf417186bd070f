"""A question a day: the same from the same day on, and a feed that readers of Atom accept."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

from engine.export.sample import EDITION, HARD, bank, with_stem
from export import daily_files
from quizbank.model import Bank

ATOM = "{http://www.w3.org/2005/Atom}"
MANY = bank("plain", *HARD, *(f"text {number}" for number in range(60)))
NEW_YEAR = replace(
    EDITION, timestamp=int(datetime.datetime(2027, 1, 2, 12, tzinfo=datetime.UTC).timestamp())
)


def feed_of(whole: Bank) -> Element:
    feed = fromstring(daily_files(whole, NEW_YEAR)["today.atom"])
    check_feed(feed)
    return feed


def check_feed(feed: Element) -> None:
    """What RFC 4287 asks of a feed like ours."""
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    ids = []
    for part in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(part.findall(f"{ATOM}{name}")) == 1
        ids.append(part.findtext(f"{ATOM}id"))
        assert urlsplit(ids[-1]).scheme in {"tag", "https"}
        for name in ("updated", "published"):
            for time in part.findall(f"{ATOM}{name}"):
                assert datetime.datetime.fromisoformat(str(time.text)).tzinfo
        for link in part.findall(f"{ATOM}link"):
            assert urlsplit(link.attrib["href"]).scheme == "https"
    assert len(ids) == len(set(ids))
    assert ids[0] == "https://guide.example/downloads/today.atom"
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}


def test_the_feed_has_two_weeks_newest_first_with_the_answer_behind_a_link() -> None:
    entries = feed_of(MANY).findall(f"{ATOM}entry")

    days = [str(entry.findtext(f"{ATOM}published"))[:10] for entry in entries]
    assert (days[0], days[1], days[-1], len(days)) == ("2027-01-02", "2027-01-01", "2026-12-20", 14)
    for entry in entries:
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert "Answer and why" in str(content.text)
        assert "why a" not in str(content.text)


def test_the_list_has_a_year_of_questions_none_twice_in_a_calendar_year() -> None:
    days = json.loads(daily_files(MANY, NEW_YEAR)["today.json"])["days"]

    assert (days[0]["date"], days[-1]["date"]) == ("2027-01-02", "2028-01-02")
    of_2027 = [day["id"] for day in days if day["date"] < "2028"]
    assert len(set(of_2027)) == len(of_2027) == 364
    assert days[0]["answer"].endswith(f"#{days[0]['id']}")
    assert "why" not in days[0]["question"]


def test_feed_and_list_agree_on_today() -> None:
    first = json.loads(daily_files(MANY, NEW_YEAR)["today.json"])["days"][0]
    entry = feed_of(MANY).find(f"{ATOM}entry")

    assert entry is not None
    assert entry.find(f"{ATOM}link").attrib["href"] == first["answer"]


def test_a_new_question_makes_at_most_one_new_entry() -> None:
    (quiz,) = MANY.quizzes
    fewer = replace(MANY, quizzes=(replace(quiz, items=quiz.items[1:]),))

    before, after = (
        {entry.findtext(f"{ATOM}id") for entry in feed_of(whole).iter(f"{ATOM}entry")}
        for whole in (fewer, MANY)
    )

    assert len(after - before) <= 1


def test_a_question_that_xml_cannot_hold_is_in_the_list_alone() -> None:
    (_, item) = next(iter(bank("plain").items.values()))
    (quiz,) = bank("plain").quizzes
    odd = with_stem(Bank(quizzes=(replace(quiz, items=(item,)),)), item.id, "a\x01b")

    assert feed_of(odd).findall(f"{ATOM}entry") == []
    assert len(json.loads(daily_files(odd, NEW_YEAR)["today.json"])["days"]) == 366


def test_there_is_no_feed_without_an_address_and_nothing_without_questions() -> None:
    nowhere = replace(NEW_YEAR, address=lambda _: "")

    assert set(daily_files(MANY, nowhere)) == {"today.json"}
    assert daily_files(Bank(quizzes=()), NEW_YEAR) == {}
