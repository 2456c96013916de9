"""Write the fixtures of rule files: `python -m tests.publishers [ID…]` (none: all that have none yet; `--all`: all anew).

The page complies with every demand; each variant breaks one. What must come of it is laid down here: on the complying page
nothing fails, and the demand that a variant breaks has another outcome there than on the page. All other findings are written down as they come, so
that a later change is seen.
"""

import argparse
import difflib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from compliance.examples import Example, run_example
from compliance.model.outcome import Obligation, Outcome
from compliance.model.report import ArticleReport
from compliance.model.terms import Requirement, Terms, When
from compliance.requirements import KINDS
from compliance.terms import Shelf, load_shelf, take_over

from .copy import Copy
from .makers import break_, comply, meet, outside

FIXTURES = Path(__file__).parent.parent.parent / "fixtures" / "publishers"
NAME = "made"
_MET = (Outcome.PASS, Outcome.INAPPLICABLE)


def main() -> int:
    """Write, and say what could not be made as it should."""
    parser = argparse.ArgumentParser(prog="python -m tests.publishers", description=__doc__)
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--all", action="store_true")
    given = parser.parse_args()
    shelf = load_shelf(drafts=True)
    wanted = given.ids or [name for name in shelf.terms if name != "baseline" and (given.all or not (FIXTURES / name / f"{NAME}.expect.toml").exists())]
    problems = [f"{name}: {problem}" for name in wanted for problem in make(shelf.terms[name], shelf)]
    print("\n".join([*problems, f"{len(wanted)} terms, {len(problems)} problems"]))
    return 1 if problems else 0


def make(terms: Terms, shelf: Shelf) -> Iterator[str]:
    """The fixtures of one file of terms. Yields what is not as it should be."""
    if terms.per_article:  # the original that is made states this licence, whose demands come on top
        terms = take_over(terms, shelf.terms["cc-by-4.0"])
    folder = FIXTURES / terms.id
    folder.mkdir(exist_ok=True)
    page = folder / f"{NAME}.html"
    whole = complying(terms)
    text = whole.render()
    page.write_text(text, "utf-8")
    if whole.with_original:
        (folder / f"{NAME}.original.html").write_text(whole.render_original(), "utf-8")
    base = settings(whole, terms)
    article = checked(page, base, shelf)
    for finding in article.findings:
        if finding.outcome in (Outcome.FAIL, Outcome.REVIEW):
            yield f"complying, and {finding.requirement} is {finding.outcome} {finding.reason}: {finding.message}"
    lines = ["# Made by `python -m tests.publishers`.", *rows(base), f'outcome = "{article.outcome}"', "", "[findings]", *findings_of(article, {})]
    plain = dict(line.split(" = ", 1) for line in findings_of(article, {}))
    for requirement in terms.requirements:
        if requirement.obligation is Obligation.MAY or requirement.id not in {finding.requirement for finding in article.findings}:
            continue
        key = requirement.id.partition("/")[2]
        when = _when(terms, requirement, article)
        for thoroughly in (False, True):
            broken = complying(terms, when)
            break_(broken, requirement, thoroughly=thoroughly)
            changed = settings(broken, terms)
            edits = edited(text, broken.render())
            variant = checked(page, changed, shelf, edits)
            got = next(finding for finding in variant.findings if finding.requirement == requirement.id)
            if got.outcome not in _MET:
                break
        if got.outcome in _MET and any(KINDS[kind].whole_run for kind in requirement.kinds):
            continue  # it takes a feed of several copies, which is made by hand
        if got.outcome in _MET:
            yield f"{key} is broken, and {got.outcome} {got.reason}: {got.message}"
            continue
        gone = {name: type(value)() for name, value in base.items() if name not in changed}
        differing = {**gone, **{name: value for name, value in changed.items() if value != base.get(name)}}
        lines += ["", "[[variant]]", f'breaks = "{requirement.id}"', *rows(differing)]
        if edits:
            lines.append("edits = [" + ", ".join(f"[{json.dumps(old, ensure_ascii=False)}, {json.dumps(new, ensure_ascii=False)}]" for old, new in edits) + "]")
        lines += [f'outcome = "{variant.outcome}"', "findings = { " + ", ".join(findings_of(variant, plain)) + " }"]
    (folder / f"{NAME}.expect.toml").write_text("\n".join(lines) + "\n", "utf-8")


def _when(terms: Terms, requirement: Requirement, article: ArticleReport) -> When:
    """The circumstances in which a demand is asked that is not asked of the complying page."""
    reason = next(finding.reason for finding in article.findings if finding.requirement == requirement.id)
    if reason == "condition-not-met":
        return requirement.when or When()
    if reason == "replaced":
        other = next(each.when for each in terms.requirements if each.when and each.kinds & requirement.kinds)
        return outside(other)
    return When()


def complying(terms: Terms, when: When | None = None) -> Copy:
    """A copy that meets every demand of the terms, in these circumstances."""
    copy = Copy(terms)
    if when:
        meet(copy, when)
    copy.put("byline", f"<p>{copy.text.by.format(copy.text.author)}</p>", "byline")
    for requirement in terms.requirements:
        if requirement.obligation is not Obligation.MAY:
            comply(copy, requirement)
    return copy


def settings(copy: Copy, terms: Terms) -> dict[str, Any]:
    """How the copy has to be checked."""
    told: dict[str, Any] = {"terms": terms.id, "original": copy.url, **copy.settings}
    if copy.uses:
        told["use"] = copy.uses
    if copy.with_original:
        told["original_text"] = f"{NAME}.original.html"
    if copy.declared:
        told["declared"] = copy.declared
    if copy.permissions:
        told["permission"] = copy.permissions
    return told


def checked(page: Path, how: Mapping[str, Any], shelf: Shelf, edits: tuple[tuple[str, str], ...] = ()) -> ArticleReport:
    """What comes of the page, or of a variant of it."""
    report, _ = run_example(Example(page, {**how, "outcome": "pass"}, edits), shelf)
    return report.articles[0]


def findings_of(article: ArticleReport, plain: Mapping[str, str]) -> list[str]:
    """`kind = "outcome reason"` of each finding that differs from those given."""
    told = ((finding.requirement.partition("/")[2], f'"{finding.outcome} {finding.reason}"') for finding in article.findings)
    return [f"{key} = {value}" for key, value in told if plain.get(key) != value]


def edited(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The lines that differ, each edit with enough of the lines around it to stand once on the page."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found = []
    for tag, start, end, first, last in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        context = before[start - 1] if start == end else ""
        found.append((context + "".join(before[start:end]), context + "".join(after[first:last])))
    return tuple(found)


def rows(values: Mapping[str, Any]) -> list[str]:
    """Keys and values as TOML."""
    return [f"{key} = {toml(value)}" for key, value in values.items()]


def toml(value: Any) -> str:
    """A value in one line of TOML."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in value.items()) + " }" if value else "{}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)


if __name__ == "__main__":
    sys.exit(main())
