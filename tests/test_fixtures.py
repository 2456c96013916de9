"""One driver over all fixtures: what is not listed in an expectation must not occur, and none may lack one."""

from pathlib import Path

import pytest

from compliance.examples import Example, find_examples, run_example
from compliance.terms import Shelf, load_shelf

FIXTURES = Path(__file__).parent.parent / "fixtures"
AREAS = ("requirements", "judging", "publishers", "read", "identify", "wild")
_FOUND = [find_examples(FIXTURES / area) for area in AREAS]
EXAMPLES = [example for examples, _ in _FOUND for example in examples]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load_shelf()


@pytest.fixture(scope="module")
def drafts() -> Shelf:
    """Drafts too, whose fixtures name them."""
    return load_shelf(drafts=True)


def test_every_page_has_an_expectation_and_every_expectation_a_page() -> None:
    assert [mistake for _, mistakes in _FOUND for mistake in mistakes] == []


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{example.page.parent.relative_to(FIXTURES)}/{example.name}" for example in EXAMPLES])
def test_fixture(example: Example, shelf: Shelf, drafts: Shelf) -> None:
    _, differences = run_example(example, drafts if "publishers" in example.page.parts else shelf)
    assert differences == []
