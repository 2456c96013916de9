"""`compliance rules test`: each file of terms has a passing fixture, and a failing one for each of its demands."""

from pathlib import Path

from compliance.cli.codes import FAILED, OK
from compliance.cli.unknown import unknown_terms
from compliance.errors import UsageError
from compliance.examples import find_examples, run_example
from compliance.model.outcome import Outcome
from compliance.model.terms import Terms
from compliance.terms import Shelf

_MET = (Outcome.PASS, Outcome.INAPPLICABLE)
_COMPLIES = (*_MET, Outcome.UNTESTED)


def run_fixtures(shelf: Shelf, ids: list[str], folder: str | None) -> int:
    """Run the fixtures of the terms named (none: of all), print a line each, answer the exit code."""
    for name in ids:
        if name not in shelf.terms:
            raise UsageError(unknown_terms(name, shelf))
    root = Path(folder) if folder else Path(__file__).resolve().parent.parent.parent / "fixtures" / "publishers"
    if not root.is_dir():
        raise UsageError(f"{root}: no folder of fixtures: name it with --fixtures (it holds one folder per id of terms)")
    failed = 0
    for name in ids or list(shelf.terms):
        mistakes = check_terms(shelf.terms[name], shelf, root / name)
        failed += bool(mistakes)
        print(f"{'fail' if mistakes else 'pass'}  {name}")
        for mistake in mistakes:
            print(f"      {mistake}")
    print(f"{len(ids or shelf.terms) - failed} of {len(ids or shelf.terms)} terms pass their fixtures")
    return FAILED if failed else OK


def check_terms(terms: Terms, shelf: Shelf, folder: Path) -> list[str]:
    """What is wrong with the fixtures of one file of terms."""
    if not folder.is_dir():
        return [f"no fixtures: make a folder {folder}"]
    examples, mistakes = find_examples(folder)
    passing, failing = False, set()
    for example in examples:
        report, differences = run_example(example, shelf)
        mistakes += [f"{example.name}: {difference}" for difference in differences]
        for article in report.articles:
            if article.terms and article.terms.id == terms.id:
                passing = passing or all(finding.outcome in _COMPLIES for finding in article.findings)
                failing |= {finding.requirement for finding in article.findings if finding.outcome not in _MET or finding.reason == "allowed"}
    if not passing:
        mistakes.append("no fixture complies: on each of them something fails or is a question")
    mistakes += [f"no fixture in which {requirement.id} does not pass" for requirement in terms.requirements if requirement.id not in failing]
    return mistakes
