"""Names for the controls that Markdown leaves without one."""

_NAMES = {
    # https://github.com/facelessuser/pymdown-extensions/blob/main/pymdownx/tasklist.py
    '<input type="checkbox" disabled checked/>': (
        '<input type="checkbox" disabled checked aria-label="Done">'
    ),
    '<input type="checkbox" disabled/>': '<input type="checkbox" disabled aria-label="To do">',
    # https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py
    'title="Link to this section">&para;</a>': (
        'title="Link to this section" aria-label="Link to this section">&para;</a>'
    ),
}


def name_controls(html: str) -> str:
    """*html* in which check boxes of task lists and links to sections have a name."""
    for nameless, named in _NAMES.items():
        html = html.replace(nameless, named)
    return html
