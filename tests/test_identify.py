"""What fixtures cannot say: terms that the user brings know their publisher."""

from pathlib import Path

from conftest import FIXTURES

import compliance

RULE = """id = "wire"
title = "The Wire"
status = "reviewed"
[publisher]
name = "The Harbour Wire"
domains = ["harbourwire.example"]
[terms]
read_on = 2026-01-01
summary = "With credit and notice."
[[requirement]]
kind = "copyright-notice"
obligation = "must"
clause = "A notice."
"""


def test_a_forged_name_on_the_right_link_is_no_rights_holder(tmp_path: Path) -> None:
    rule = tmp_path / "wire.toml"
    rule.write_text(RULE, encoding="utf-8")
    prose = "".join(f"<p>{'The ferry left the pier at noon and came back at dusk with forty sheep. ' * 3}{n}</p>" for n in range(3))

    def reason(name: str) -> str:
        credit = f'<p>Originally published on <a href="https://harbourwire.example/a/1">{name}</a>.</p><p>© 2026 {name}</p>'
        report = compliance.check(f"<article>{prose}{credit}</article>".encode(), terms=rule, original="https://harbourwire.example/a/1")
        return report.articles[0].findings[0].reason

    assert reason("The Harbour Wire") == "shown"
    for forged in ("The Harb0ur Wire", "The Наrbour Wire", "The Harbour Wire Daily"):
        assert reason(forged) == "other-holder", forged


def test_the_deep_link_of_a_translations_credit_is_the_original() -> None:
    prose = "".join(f"<p>{'The ferry left the pier at noon and came back at dusk with forty sheep. ' * 3}{n}</p>" for n in range(3))
    author = '<a href="https://quillbird.example/@tamsin">Tamsin Doe</a>'
    article = '<a href="https://harrowpost.example/2021/05/keepers-of-the-tide/">The keepers of the tide</a>'
    for phrase in ("Перевод статьи", "Translation of the article by", "Traduction de l'article de"):
        report = compliance.check(f"<article>{prose}<p>{phrase} {author}: {article}</p></article>".encode())
        original = report.articles[0].original
        assert original is not None, phrase
        assert original.url == "https://harrowpost.example/2021/05/keepers-of-the-tide/", phrase


def _page(head: str, credit: str = "") -> bytes:
    prose = "The keepers of the lighthouse at Cold Point count the ships at night, and write them down, one line for each light that passes by."
    own = '<meta property="og:url" content="https://copy.example/2024/keepers">'
    return (
        f"<!doctype html><head><title>The keepers</title>{own}{head}</head><article><h1>The keepers</h1><p>{prose}</p><p>{prose}</p>{credit}</article>".encode()
    )


def test_a_credit_that_contradicts_the_metadata_is_said() -> None:
    head = '<link rel="canonical" href="https://gazette.example/2024/03/keepers-of-the-light">'
    credit = '<p>This article was first published in <a href="https://herald.example/2024/03/the-light-keepers">The Herald</a>.</p>'
    article = compliance.check(_page(head, credit), location="https://copy.example/2024/keepers").articles[0]
    assert article.original is not None
    assert article.original.url == "https://gazette.example/2024/03/keepers-of-the-light"
    assert article.original.contradictions == (("credit", "https://herald.example/2024/03/the-light-keepers"),)


def test_a_credit_that_agrees_with_the_metadata_contradicts_nothing() -> None:
    head = '<link rel="canonical" href="https://gazette.example/2024/03/keepers-of-the-light">'
    credit = '<p>This article was first published in <a href="https://www.gazette.example/2024/03/keepers-of-the-light/">The Gazette</a>.</p>'
    article = compliance.check(_page(head, credit), location="https://copy.example/2024/keepers").articles[0]
    assert article.original is not None
    assert article.original.contradictions == ()


def test_the_sources_that_search_engines_were_told() -> None:
    head = '<meta name="syndication-source" content="https://gazette.example/2024/03/keepers-of-the-light">'
    article = compliance.check(_page(head), location="https://copy.example/2024/keepers").articles[0]
    assert article.original is not None
    assert article.original.url == "https://gazette.example/2024/03/keepers-of-the-light"


def test_a_user_name_before_the_right_host_contradicts_nothing() -> None:
    page = FIXTURES / "requirements" / "original-link" / "review-user-name.html"
    article = compliance.check(page, original="https://www.harbourledger.example/coast/night-ferry-returns").articles[0]
    assert article.original
    assert article.original.contradictions == ()
