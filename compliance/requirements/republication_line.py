"""republication-line: the line that the terms give for republished articles is shown, word by word.

What it asks: in the article's own zones stands the line that the publisher hands out ("This story was originally published by
Grist."), in the article's language where the terms give it in several. Case, accents, quotes, dashes, blanks, the stop at the end, tags
and line breaks within it do not matter. A slot of the line holds what it asks for: the publisher's name, the author, the title, the
date, the address of the original, as far as they are known. The line within the terms' own text is none.

Option lines: the line, or several of which any one will do; a list, or lists by language. Slots: {author} {title} {date} {publisher}
{republisher} {url} {license}, and {any} for words that do not matter.
Option position: where the line must stand: `top` before the text (where the byline stands, or opening the first paragraph),
`first-paragraph` in it or above it, `end` behind the text or closing it.

Passes:
  shown            <p>This story was originally published by <a href="https://grist.org/...">Grist</a>.</p>
Fails:
  absent           neither the line nor another credit is shown
  other-wording    "Source: Grist", where the terms give a line
  other-publisher  "This story was originally published by The Daily Planet."
  unfilled         "This story by [AUTHOR] was originally published by Grist."
  misplaced        position = "top": the line stands in the midst of the text, or below it
  hidden           <p hidden>This story was originally published by Grist.</p>
  outside-article  <footer>This story was originally published by Grist.</footer>, or in navigation, comments
  terms-text-only  You may republish it with this line: This story was originally published by Grist.
  metadata-only    <meta name="copyright" content="This story was originally published by Grist.">
Needs a person:
  similar          "This article was first published by Grist.": a word or two are others, or left out; or a sentence that says more
                   holds the line ("An earlier version said that this story was originally published by Grist.")
  other-value      the line names another author, title or date than the original's, or an address that is not the original's
  place-unclear    position = "top": the line stands behind the first paragraph, which may be a standfirst
  other-language   the article is in French, and the line is the terms' English one although they give a French one
  unlisted-language the article is in Polish, for which the terms give no line, and a credit says it in other words
  quoted           Add the line “This story was originally published by Grist.” on top
  in-caption       the line stands in the caption of a picture
  in-aside         the line stands in a side box
  screen-only      the line is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides the line on some screens, or until a script shows it
  front-matter     preface: "This story was originally published by Grist." in a Markdown file; the theme may print it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read does not hold the line
  no-words         the terms' file gives no line
"""

from collections.abc import Mapping
from typing import Any, cast

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.model.terms import Texts
from compliance.weighing import lines
from compliance.weighing.asked import demands
from compliance.weighing.places import POSITION

REASONS = lines.reasons("line") | {
    "other-wording": Reason(Outcome.FAIL, "The credit uses other words (“{found}”); the terms give the line: “{line}”."),
}
OPTIONS = {"lines": Option(dict, (), (), "the line, by language; any one of several will do"), "position": POSITION}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for the line word by word, then for what comes near to it."""
    return lines.verdict(case, REASONS, options["lines"], options["position"])


def shown_lines(case: Case) -> list[tuple[int, int]]:
    """Where the lines that these terms give are shown, as spans of the article's text."""
    texts = [cast("Texts", value) for kind, options in demands(case.terms) if kind == REPUBLICATION_LINE.name for name, value in options if name == "lines"]
    return [(each.start, each.end) for several in texts for each in lines.seen(case, several, "any") if each.reason == "shown"]


REPUBLICATION_LINE = Kind(
    name="republication-line",
    title="The line that the terms give is shown",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
