"""Drafts as files: they load, whatever the page holds."""

import tomllib
from pathlib import Path

import pytest
from conftest import FIXTURES, Run

from compliance.drafting import load_clauses, rule_file
from compliance.drafting.draft import Draft, draft
from compliance.drafting.identity import Identity
from compliance.drafting.kinds import UNCHECKED
from compliance.drafting.proposals import Proposal, merged
from compliance.drafting.wording import clause_of
from compliance.model.outcome import Obligation
from compliance.model.resource import Resource
from compliance.read import read
from compliance.requirements import KINDS
from compliance.terms import Shelf, load_shelf
from compliance.terms.shelf import load_terms_file

IDENTITY = Identity("gazette", "The Gazette", "gazette.example", "https://gazette.example/republish")


def made(*proposals: Proposal, unplaced: tuple[str, ...] = (), identity: Identity = IDENTITY) -> str:
    return rule_file(Draft(identity, "", ("en",), "", (), (), proposals, unplaced), "2026-11-24")


def of(kind: str, **options: object) -> Proposal:
    return Proposal(kind, Obligation.MUST, tuple(options.items()), (), ("“You must.”\nAnd\x1b[31m \x00 more ## of it",))  # type: ignore[arg-type]


def test_what_a_page_holds_stays_in_comments_and_strings() -> None:
    source = made(of("republication-line", lines=('By "us" \\ ##[x]\n[[requirement]]\x07',)), unplaced=("One\n[publisher]\r\nname = 1",))
    data = tomllib.loads(source)
    assert data["requirement"][0]["lines"] == ['By "us" \\ ##[x] [[requirement]]']
    assert data["publisher"]["name"] == "The Gazette"
    assert "# “You must.” And [31m more # # of it”" in source.replace("““", "“").replace("””", "”")
    assert "# not placed: One [publisher] name = 1" in source
    assert "##" not in source
    assert all(letter.isprintable() or letter == "\n" for letter in source)


def test_nothing_known_loads_and_asks_a_person(tmp_path: Path) -> None:
    source = made(of("source-credit"), identity=Identity("", "", "", ""))
    path = tmp_path / "draft.toml"
    path.write_text(source, encoding="utf-8")
    terms = load_terms_file(str(path), load_shelf())
    assert (terms.id, terms.status, terms.url) == ("draft", "draft", None)
    assert source.count("# to finish:") == 3


def test_many_sentences_that_could_not_be_placed_are_counted() -> None:
    source = made(of("source-credit"), unplaced=tuple(f"Sentence {number}." for number in range(250)))
    assert source.count("# not placed: Sentence") == 200
    assert source.endswith("# not placed: 50 further sentences\n")


def test_lines_in_several_languages_are_one_demand_and_of_one_language_two() -> None:
    english, french, other = (
        Proposal("republication-line", Obligation.MUST, (("lines", (line,)),), language=language)
        for line, language in (("By us", "en"), ("Par nous", "fr"), ("From us", "en"))
    )
    assert 'lines = { en = ["By us"], fr = ["Par nous"] }' in made(*merged([english, french]))
    assert [each.option("lines") for each in merged([english, other, english])] == [("By us",), ("From us",)]


def test_permission_for_every_use_is_wider_than_for_some() -> None:
    both = merged([of("permission", uses=("print",)), of("permission", contact="a@gazette.example")])
    assert [each.options for each in both] == [(("contact", "a@gazette.example"),)]


def test_every_kind_has_words_of_its_own() -> None:
    clauses = {clause_of(of(kind, what="credit", position="end")) for kind in KINDS}
    assert "" not in clauses
    assert len(clauses) == len(KINDS)


def takes(proposal: Proposal) -> bool:
    """Whether the catalogue has the kind, with these options."""
    return proposal.kind in KINDS and dict(proposal.options).keys() <= KINDS[proposal.kind].options.keys()


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return load_shelf(drafts=True)


@pytest.mark.parametrize(
    "page", sorted(path for path in (FIXTURES / "drafting").iterdir() if not path.name.endswith(".expect.toml")), ids=lambda path: path.name
)
def test_drafts_of_known_kinds_load(page: Path, shelf: Shelf, tmp_path: Path) -> None:
    found = draft(read(Resource(page.name, page.read_bytes()))[0], shelf, load_clauses())
    if found is None:
        return
    known = found._replace(proposals=tuple(each for each in found.proposals if each.kind in UNCHECKED or takes(each)))
    path = tmp_path / "draft.toml"
    path.write_text(rule_file(known, "2026-11-24"), encoding="utf-8")
    assert load_terms_file(str(path), shelf).status == "draft"


def test_lint_takes_a_draft(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "terms.txt"
    page.write_text("Our stories may be republished, provided the source is credited and a link to the original is given.\n", encoding="utf-8")
    assert run("rules", "new", page, "--output", tmp_path / "draft.toml").returncode == 0
    assert run("rules", "lint", tmp_path / "draft.toml").stdout == "1 rule file: no mistake\n"
