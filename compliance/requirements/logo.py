"""logo: the publisher's logo is shown with the article, or is not.

What it asks: in the article's own zones stands a picture, a drawing or a background that tells to be the publisher's logo: its
alternative text is the publisher's name, its file is called after the publisher and says logo, or it says logo and comes from the
publisher's hosts or links to the publisher's site. Other pictures there that tell nothing may be it: a person looks. A style sheet may show it too, behind a
link to the publisher without words. Only where there is none of these is a logo that is asked for missing. The copying site's own logo,
photos with a caption, and counters are no logo of the publisher; a portrait, a sign beside a link, or a photo called after it may be.

Option forbidden: true for terms that do not license the logo: it must not be shown.

Passes:
  shown             <img src="https://gazette.example/logo.svg" alt="The Gazette">
  not-shown         forbidden = true, and nothing in the article looks like the logo
Fails:
  absent            no picture in the article can be the logo
  hidden            the logo is hidden
  outside-article   it stands in the site's navigation, footer or comments only
  forbidden-shown   forbidden = true, and the logo stands in the article
Needs a person:
  unclear           a picture, a drawing, or an empty link to the publisher may show the logo
  in-aside          the logo stands in a side box
  some-screens      a style sheet hides it on some screens, or until a script shows it
  forbidden-outside forbidden = true, and the logo stands outside the article only
  unknown-publisher nothing tells whose logo to look for
Cannot be tested:
  plain-text        a plain text shows no pictures, whatever the page shows
  incomplete-input  the page could not be read whole, and what was read shows no logo
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, SOME_SCREENS, Image, Link, Zone
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.names import same_name, squash
from compliance.text.picture_addresses import picture_name, words_of
from compliance.weighing import looking
from compliance.weighing.picture_owners import from_publisher
from compliance.weighing.pictures import CONTENT, LOGO_WORDS, OTHER, Picture, evidence_of, picture_of
from compliance.weighing.remedies import publisher_of

REASONS = {
    "shown": Reason(Outcome.PASS, "The logo of {publisher} is shown with the article."),
    "not-shown": Reason(Outcome.PASS, "The logo of {publisher} is not shown."),
    "absent": Reason(Outcome.FAIL, "The logo of {publisher} is not shown with the article."),
    "hidden": Reason(Outcome.FAIL, "The logo of {publisher} is hidden ({how}): a reader does not see it."),
    "outside-article": Reason(Outcome.FAIL, "The logo of {publisher} stands outside the article only ({zone})."),
    "forbidden-shown": Reason(Outcome.FAIL, "The terms do not license the logo of {publisher}, and it is shown with the article."),
    "unclear": Reason(
        Outcome.REVIEW, "Nothing says that it is the logo of {publisher}, but it may be: {picture}.", "Does the article show the logo of {publisher}?"
    ),
    "in-aside": Reason(Outcome.REVIEW, "The logo of {publisher} stands in a side box.", "Does this box speak of the article itself?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the logo of {publisher} on some screens, or until a script shows it.", "Do the page's readers see the logo?"
    ),
    "forbidden-outside": Reason(
        Outcome.REVIEW,
        "The terms do not license the logo of {publisher}; it stands outside the article ({zone}).",
        "Does the logo stand there for this article, or has the site a licence for it?",
    ),
    "unknown-publisher": Reason(Outcome.REVIEW, "Nothing tells whose logo to look for.", "Who published the original, and is its logo shown?"),
    "plain-text": Reason(Outcome.UNTESTED, "A plain text shows no pictures, whatever the page shows."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; the logo was not found in what was read."),
}
OPTIONS = {"forbidden": Option(bool, False, (), "the logo must not be shown")}
_ZONES = (*ARTICLE_ZONES, Zone.CAPTION)
_OUTSIDE = (Zone.NAV, Zone.SITE_FOOTER, Zone.COMMENTS)
_COLORS = frozenset(
    "black white dark light color colour rgb blue red green small large wide horizontal vertical square full new web print header footer main img image".split()
)
_SHORTEST = 4  # letters of a host's name that are no coincidence in a file's name
_ICON, _TINY = 32, 2  # pixels; below the first a picture is a sign beside a link
_DESCRIBED = 3  # words by which an alternative text describes something else


class _Seen(NamedTuple):
    """A picture and what it tells. sure: it is the publisher's logo; else it may be. tied: by its address or link to the publisher."""

    picture: Picture
    sure: bool
    tied: bool


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every picture of the page."""
    if case.article.format == "text":
        return _verdict(case, "plain-text")
    if not looking.wanted_names(case) and not looking.wanted_domains(case):
        return _verdict(case, "unknown-publisher")
    seen = [found for image in (*case.article.images, *case.article.drawings) if (found := _weigh(case, image))]
    visible = [each for each in seen if not _hidden(each.picture.image)]
    inside = [each for each in visible if each.picture.zone in _ZONES]
    return _forbidden(case, visible, inside) if options["forbidden"] else _required(case, seen, visible, inside)


def _required(case: Case, seen: list[_Seen], visible: list[_Seen], inside: list[_Seen]) -> Verdict:
    sure = [each for each in inside if each.sure]
    if sure:
        whole = [each for each in sure if each.picture.image.hidden != SOME_SCREENS]
        return _of(case, "shown" if whole else "some-screens", whole or sure)
    if maybe := [each for each in inside if not each.sure]:
        return _of(case, "unclear", maybe)
    if link := _wordless_link(case):
        return _verdict(case, "unclear", looking.of_link(case.article, link, "near-miss"), picture=f"a link without words to {link.href}")
    if boxed := [each for each in visible if each.sure and each.picture.zone is Zone.ASIDE]:
        return _of(case, "in-aside", boxed)
    if case.article.incomplete:
        return _verdict(case, "incomplete-input")
    if hidden := [each for each in seen if each.sure and each not in visible and each.picture.zone in _ZONES]:
        return _of(case, "hidden", hidden)
    if outside := [each for each in visible if each.sure and each.picture.zone in _OUTSIDE]:
        return _of(case, "outside-article", outside)
    return _verdict(case, "absent")


def _forbidden(case: Case, visible: list[_Seen], inside: list[_Seen]) -> Verdict:
    if sure := [each for each in inside if each.sure]:
        return _of(case, "forbidden-shown", sure)
    if tied := [each for each in inside if each.tied]:
        return _of(case, "unclear", tied)
    if outside := [each for each in visible if each.sure]:
        return _of(case, "forbidden-outside", outside)
    return _verdict(case, "incomplete-input" if case.article.incomplete else "not-shown")


def _hidden(image: Image) -> bool:
    return image.hidden not in (None, SOME_SCREENS, "aria-hidden", "noscript")


def _weigh(case: Case, image: Image) -> _Seen | None:
    """What a picture tells; None when it is certainly no logo of the publisher."""
    if image.tag not in ("img", "svg", "background") or image.again or any(0 < side <= _TINY for side in image.size):
        return None
    picture = picture_of(case.article, case.attribution, image, case.republisher.hosts)
    captioned = any(case.article.blocks[index].zone is Zone.CAPTION for index in picture.captions)
    told = {*words_of(image.alt), *(word for file in _files(picture) for word in words_of(picture_name(file).stem))}
    says = not LOGO_WORDS.isdisjoint(told | {*words_of(image.words)})
    hosted, linked = from_publisher(case, picture.addresses), bool(picture.leads and looking.on_wanted_site(case, picture.leads))
    if any(same_name(_bare(image.alt), name) for name in case.republisher.names) or image.href == "/":
        return None
    described = len(words_of(image.alt)) >= _DESCRIBED and not says
    named = _is_name(case, image.alt) or (not described and any(_called_after(case, picture_name(file).stem, says=says) for file in _files(picture)))
    small = 0 < max(image.size) <= _ICON
    own = says and (hosted or linked) and not words_of(_bare(image.alt)) and all(_says_only_logo(words_of(picture_name(file).stem)) for file in _files(picture))
    portrait = picture.sort == OTHER and LOGO_WORDS.isdisjoint(told)  # of an account that bears the publisher's name
    if (named or own) and not captioned and not small and not portrait:
        return _Seen(picture, True, True)
    tied = named or ((hosted or linked) and (says or picture.sort != CONTENT or picture.zone is Zone.CREDIT or linked) and not captioned)
    return _Seen(picture, False, tied) if tied or _tells_nothing(case, picture, captioned=captioned, says=says) else None


def _files(picture: Picture) -> tuple[str, ...]:
    """Its addresses; of a drawing the name under which it is used, behind the hash."""
    return tuple(file.rpartition("#")[2] if picture.image.tag == "svg" else file for file in picture.files)


def _bare(alt: str) -> str:
    """An alternative text without the words that say that it is a logo."""
    return " ".join(word for word in alt.replace("'s ", " ").split() if word.strip(":-–—|()").lower() not in LOGO_WORDS | {"von", "de", "du", "di", "of"})


def _is_name(case: Case, alt: str) -> bool:
    """Whether an alternative text is the publisher's name, the word logo beside it or not."""
    if not alt.strip() or looking.is_forged(case, alt):
        return False
    bare = _bare(alt)
    return looking.names_host(case, bare) or any(same_name(bare, name) or same_name(alt, name) for name in looking.wanted_names(case))


def _called_after(case: Case, stem: str, *, says: bool) -> bool:
    """Whether a file is called after the publisher: by its name alone, or by its name or host and the word logo."""
    letters = "".join(word for word in words_of(stem) if word not in _COLORS)
    names = [short for name in looking.wanted_names(case) if len(short := squash(name)) >= _SHORTEST]
    bare = letters
    for word in LOGO_WORDS:
        bare = bare.replace(word, "")
    if any(bare in (name, "the" + name) for name in names):
        return True
    return says and any(name in letters for name in (*names, *looking.host_labels(case, _SHORTEST)))


def _says_only_logo(words: tuple[str, ...]) -> bool:
    """Whether a file is called logo and after nothing else."""
    return not LOGO_WORDS.isdisjoint(words) and all(word in LOGO_WORDS or word in _COLORS for word in words)


def _tells_nothing(case: Case, picture: Picture, *, captioned: bool, says: bool) -> bool:
    """Whether a picture may be anything: no caption, no description, and it stands where a logo may."""
    image = picture.image
    if captioned or picture.zone not in _ZONES:
        return False
    if looking.is_forged(case, image.alt):
        return True
    described = len(words_of(image.alt)) >= _DESCRIBED
    if image.tag != "img":
        return picture.zone is Zone.CREDIT and not described and not _is_sign(image)
    return picture.sort != OTHER and not described and (says or picture.zone is not Zone.BODY or not picture.files)


def _is_sign(image: Image) -> bool:
    """Whether a drawing is a sign of the site's own: an arrow, a network's mark."""
    named = words_of(image.alt) or words_of(image.src.rpartition("#")[2])
    return bool(named) or 0 < max(image.size) <= _ICON or "icon" in image.words


def _wordless_link(case: Case) -> Link | None:
    """A link to the publisher without words or picture: a style sheet may show something in its place."""
    for link in case.article.links:
        zone = case.article.blocks[link.block].zone
        url = looking.resolved(case, link)
        if zone in ARTICLE_ZONES and not link.hidden and not link.image and link.end == link.start and url and looking.on_wanted_site(case, url):
            return link
    return None


def _of(case: Case, reason: str, seen: Iterable[_Seen]) -> Verdict:
    pictures = [each.picture for each in seen]
    role = "match" if reason in ("shown", "forbidden-shown") else "near-miss"
    first = pictures[0]
    evidence = [evidence_of(each, case.article, role) for each in pictures[:4]]
    return _verdict(case, reason, *evidence, picture=first.name, zone=first.zone.value, how=first.image.hidden or "")


def _verdict(case: Case, reason: str, *evidence: Evidence, **details: str) -> Verdict:
    searched = Searched(_ZONES, looking.wanted_names(case))
    return Verdict(REASONS[reason].outcome, reason, evidence, searched, (("publisher", publisher_of(case)), *details.items()))


LOGO = Kind(
    name="logo",
    title="The publisher's logo is shown, or is not",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
)
