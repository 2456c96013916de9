"""What fixtures cannot say: terms that the user brings know their publisher."""

from pathlib import Path

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
