"""boilerplate: the publisher's paragraph about itself, or another text that it hands out, is shown.

What it asks: in the article's own zones a paragraph begins with the words that the terms give ("The Gazette is a nonprofit
newsroom ..."); how it goes on is not compared. The words open a block, a line or a sentence. Case, accents, quotes, dashes, blanks and
tags do not matter. The same words within the terms' own text are none.

Option anchors: the first words, or several texts of which any one will do; a list, or lists by language. Slots as in republication-line.
Option position: where the paragraph must stand: `top` (before the text), `first-paragraph`, `end` (behind the text).

Passes:
  shown            <p>The Gazette is a nonprofit newsroom that covers the lower Ostrel. Sign up for its letter.</p>
Fails:
  absent           no paragraph begins so
  other-publisher  "The Daily Planet is a nonprofit newsroom ..."
  unfilled         "[OUTLET NAME] is a nonprofit newsroom ..."
  misplaced        position = "end": it stands in the midst of the text, or above it
  hidden           <div hidden>The Gazette is a nonprofit newsroom ...</div>
  outside-article  <footer>The Gazette is a nonprofit newsroom ...</footer>, or in navigation, comments
  terms-text-only  You may republish it. End it with: The Gazette is a nonprofit newsroom ...
  metadata-only    <meta name="copyright" content="The Gazette is a nonprofit newsroom ...">
Needs a person:
  similar          "The Gazette is an independent newsroom ...": a word or two are others, or left out; or a {publisher} slot
                   holds more than the name
  in-text          "... and told us, as the Gazette is a nonprofit newsroom, that ...": deep in a paragraph
  other-value      a slot of it holds something else than what is known of the original
  place-unclear    position = "end": a further paragraph follows it
  other-language   the article is in French, and the paragraph is the terms' English one although they give a French one
  unlisted-language the article is in Polish, for which the terms give no text
  quoted           End it with “The Gazette is a nonprofit newsroom ...”
  in-caption       it stands in the caption of a picture
  in-aside         it stands in a side box
  screen-only      it is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides it on some screens, or until a script shows it
  front-matter     about: "The Gazette is a nonprofit newsroom ..." in a Markdown file; the theme may print it
Cannot be tested:
  incomplete-input the page could not be read whole, and what was read does not hold the paragraph
  no-words         the terms' file gives no words of it
"""

from collections.abc import Mapping
from typing import Any

from compliance.model.case import Case
from compliance.model.finding import Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.weighing import lines
from compliance.weighing.places import POSITION

REASONS = lines.reasons("paragraph") | {
    "in-text": Reason(Outcome.REVIEW, "The words stand deep in a paragraph: “{found}”.", "Is this the paragraph that the terms ask for: “{line} …”?"),
}
OPTIONS = {"anchors": Option(dict, (), (), "its first words, by language; any one of several will do"), "position": POSITION}


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Look for the first words, then for what comes near to them."""
    return lines.verdict(case, REASONS, options["anchors"], options["position"], opens=True)


BOILERPLATE = Kind(
    name="boilerplate",
    title="The publisher's paragraph is shown",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
