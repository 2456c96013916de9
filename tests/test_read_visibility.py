"""What of a page a reader sees: attributes, styles, the page's own style sheets."""

import pytest

from compliance.model.article import SOME_SCREENS
from compliance.model.resource import Resource
from compliance.read import read

PAGE = """<!DOCTYPE html><html><head><title>Mill</title><style>{css}</style></head><body><article><h1>The mill</h1>
<p>The mill was sold in spring, and nobody knows who bought it.</p><p>The wheel has turned again since May.</p>{body}</article></body></html>"""


def hidden(css: str, body: str = '<p class="x">Credit</p>', words: str = "Credit") -> str | None:
    """Why the words are hidden, None when they are seen."""
    (article,) = read(Resource("page.html", PAGE.format(css=css, body=body).encode()))
    return next(block.hidden for block in article.blocks if words in article.text[block.start : block.end])


@pytest.mark.parametrize(
    "css",
    [
        ".x{display:none}",
        ".x { DISPLAY : none ! important }",
        "p.x, .y{visibility:hidden}",
        "article p.x{opacity:0}",
        "article>.x{font-size:0}",
        "h1 ~ .x{position:absolute;left:-9999px}",
        "p + p + p{position:absolute;clip:rect(0 0 0 0)}",
        "[class=x]{text-indent:-999em}",
        "p[class^='x' i]{height:0;overflow:hidden}",
        "p:last-of-type{transform:scale(0)}",
        "p:nth-of-type(n+3){content-visibility:hidden}",
        "p:not(.keep):nth-child(4){display:none}",
        ":is(.x,.y){display:none}",
        "article:has(h1) .x{display:none}",
        "p:has(> b), .x{display:none}",
        r".\78{display:none}",
        r".x{d\69splay:none}",
        "article{& .x{display:none}}",
        "article{.x{display:none}}",
        ".x{@media screen{display:none}}",
        "@layer late, early; @layer early{.x{display:none}} @layer late{.x{display:block}}",
        "@layer a{.x{display:none!important}} .x{display:block!important}",
        "@supports (display:grid) and (not (no-such:1)){.x{display:none}}",
        "@media (min-width:1px) and (max-width:9000px){.x{display:none}}",
        "@media (width >= 10px){.x{display:none}}",
        "@media not print{.x{display:none}}",
        ":root{--gone:none}.x{display:var(--gone)}",
        ".x{display:var(--nowhere,none)}",
        "/* } */ .x{display:none}",
        ".y{content:'}'} .x{display:none}",
        ".x{display:block}.x{display:none}",
        ".x{display:none;display:nonsense}",
        ".x::before, .x{display:none}",
        "body{background:#fefefe}.x{color:#fff}",
        ".x{color:transparent}",
        ".x{-webkit-text-fill-color:transparent}",
        ".x{filter:opacity(0%)}",
        ".x{transform:translateX(-300vw)}",
        ".x{font:0/0 a}",
    ],
)
def test_sheet_hides(css: str) -> None:
    assert hidden(css) not in (None, SOME_SCREENS)


@pytest.mark.parametrize(
    "css",
    [
        ".y{display:none}",
        ".x.y{display:none}",
        "nav .x{display:none}",
        ".x{display:none}.x{display:block}",
        "p.x{display:block}.x{display:none}",
        ".x{display:block!important}p.x{display:none}",
        "/*.x{display:none}*/",
        "@media print{.x{display:none}}",
        "@media (max-width:1px){.x{display:none}}",
        "@media (width < 10px){.x{display:none}}",
        "@media not screen{.x{display:none}}",
        "@supports (no-such:1){.x{display:none}}",
        "@supports not (display:grid){.x{display:none}}",
        "@font-face{.x{display:none}}",
        "@keyframes a{from{opacity:0}to{opacity:1}}",
        "@layer a{.x{display:none}} .x{display:block}",
        ".x:hover{display:none}",
        ".x::after{display:none}",
        ".x{display:nonsense}",
        ".x{left:-9999px}",
        ".x{height:0}",
        ".x{opacity:.5}",
        ".x{font-size:.8em}",
        ".x:unheard-of(1), .x{display:none}",
        "body{visibility:hidden;opacity:0}",
        ".x{color:#fff}article{background:#000}",
        ".x{color:#fff;background:#000}",
    ],
)
def test_sheet_does_not_hide(css: str) -> None:
    assert hidden(css) is None


@pytest.mark.parametrize(
    "css",
    [
        "@media (max-width:600px){.x{display:none}}",
        "@media (min-width:1000px){.x{display:none}}",
        ".x{display:none}@media (min-width:800px){.x{display:block}}",
        "@media (prefers-color-scheme:dark){.x{display:none}}",
        "@media (orientation:landscape){.x{visibility:hidden}}",
        "@container (min-width:1px){.x{display:none}}",
        ".x{opacity:0;transition:opacity 1s}",
        ".x{visibility:hidden}article p{animation:show 1s}",
        "article{display:none}",
        ".cloaked{display:none}",
        ".no-js .cloaked{display:none}",
    ],
)
def test_what_hides_under_a_condition_is_a_question(css: str) -> None:
    assert hidden(css, '<div class="no-js"><p class="x cloaked">Credit</p></div>') == SOME_SCREENS


def test_a_child_undoes_what_is_inherited_only() -> None:
    assert hidden(".x{visibility:hidden}.x b{visibility:visible}", '<p class="x"><b>Credit</b></p>') is None
    assert hidden(".x{display:none}.x b{display:inline}", '<p class="x"><b>Credit</b></p>') == "display:none"


def test_inline_style_wins_unless_the_sheet_is_important() -> None:
    body = '<p class="x" style="display:block">Credit</p>'
    assert hidden(".x{display:none}", body) is None
    assert hidden(".x{display:none!important}", body) == "display:none"


def test_sheets_that_do_not_apply() -> None:
    for tag in ('<style media="print">', '<style type="text/x-other">', "<noscript><style>", "<template><style>"):
        assert hidden(f"</style>{tag}.x{{display:none}}") is None


def test_colours_beside_a_sheet_outside_the_page_are_not_known() -> None:
    body = '<link rel="stylesheet" href="/theme.css"><p class="x">Credit</p>'
    assert hidden("body{background:#fff}.x{color:#fff}", body) is None
    assert hidden(".x{color:#fff;background:#fff}", body) == "same colour as its background"


def test_a_sheet_made_to_take_for_ever_is_a_question() -> None:
    rules = "".join(f"b:not(.k{index}) ~ i ~ b ~ i ~ b{{display:none}}" for index in range(300))
    assert hidden(rules, "<i>i</i><b>b</b>" * 300 + "<p>Credit</p>") == SOME_SCREENS


def test_deep_selectors_do_not_fell_the_reader() -> None:
    assert hidden("*:not(" * 600 + "a" + ")" * 600 + "{display:none}" + "div " * 5000 + "{display:none}") is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<details><summary>More</summary><div open><p>Credit</p></div></details>", "details"),
        ("<details><div><summary>Credit</summary></div></details>", "details"),
        ("<details><summary>More</summary><summary>Credit</summary></details>", "details"),
        ("<details><summary>Credit</summary><p>More</p></details>", None),
        ("<details open><summary>More</summary><p>Credit</p></details>", None),
        ("<progress>Credit</progress>", "fallback"),
        ("<ruby>x<rp>Credit</rp><rt>y</rt></ruby>", "fallback"),
        ("<svg><desc>Credit</desc></svg>", "description"),
        ("<select><option>Credit</select>", "option"),
        ("<div><template shadowrootmode=open><p>Credit</p></template></div>", None),
        ("<div><template shadowrootmode=open><p>Shadow</p></template><p>Credit</p></div>", "hidden attribute"),
        ("<div><template shadowrootmode=open><slot></slot></template><p>Credit</p></div>", None),
        (r'<p style="d\69splay:none">Credit</p>', "display:none"),
        ('<p style="display:none;display:nonsense">Credit</p>', "display:none"),
        ('<p style="opacity:.001">Credit</p>', "opacity:0"),
        ('<p style="font-size:3px">Credit</p>', "font-size:0"),
        ('<p style="position:relative;clip:rect(0,0,0,0)">Credit</p>', None),
    ],
)
def test_elements_and_inline_styles(body: str, reason: str | None) -> None:
    assert hidden("", body) == reason


def test_a_page_that_waits_for_a_script_is_seen() -> None:
    (article,) = read(Resource("page.html", b'<body style="opacity:0"><article><p>Credit</p></article></body>'))
    assert article.blocks[0].hidden is None


def test_markup_pasted_as_words_keeps_its_paragraphs() -> None:
    pasted = "&lt;h1&gt;The mill&lt;/h1&gt;&lt;p class=&quot;byline&quot;&gt;by Ida Brandt, The Gazette&lt;/p&gt;&lt;p&gt;It was sold in spring.&lt;/p&gt;"
    (article,) = read(Resource("page.html", f"<article>{pasted}</article>".encode()))
    lines = [article.text[block.start : block.end] for block in article.blocks]
    assert "by Ida Brandt, The Gazette" in lines
    assert '<p class="byline">' in lines


def test_thousands_of_links_take_no_minute() -> None:
    (article,) = read(Resource("page.html", b"<p>" + b'<a href="x">l</a>' * 30_000))
    assert len(article.links) == 30_000
