"""A wide table names each cell, so that a phone can show a row as a block."""

from __future__ import annotations

import pytest

from built.tables import box_tables

LONG = "A sentence that does not fit into a quarter of a phone's width"


def table(*rows: tuple[str, ...]) -> str:
    head, *others = rows
    names = "".join(f"<th>{name}</th>" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in others)
    return f"<table><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>"


def test_each_cell_of_a_wide_table_has_the_name_of_its_column() -> None:
    html = table(("Job", 'Data &amp; "goal"', "<b>Cost</b>", "End"), ("a", "b", "c", LONG))

    shown = box_tables(html)

    assert '<div class="md-typeset__scrollwrap rows">' in shown
    cells = '<td data-label="Job">a</td><td data-label="Data &amp; &quot;goal&quot;">b</td>'
    assert cells + f'<td data-label="Cost">c</td><td data-label="End">{LONG}</td>' in shown


@pytest.mark.parametrize(
    "html",
    [
        table(("Job", "Data", "Cost"), ("a", "b", LONG)),
        table(("Epoch", "Training", "Test", "Share"), ("1", "2.31", "2.35", "4%")),
    ],
    ids=["three columns", "short cells"],
)
def test_a_table_that_fits_a_phone_stays_as_it_is(html: str) -> None:
    assert html in box_tables(html)
    assert "rows" not in box_tables(html)
