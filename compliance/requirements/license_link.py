"""license-link: the copy leads to the text of the licence.

What it asks: in the article's own zones a hyperlink that a reader can see and follow leads to the licence, or its address can
be read as words. Deed, legal text and their translations are the same licence; http or https, www and a slash at the end do not
matter. The front page of creativecommons.org, another variant or another version is not the licence.

Option license: the SPDX id of the licence, such as CC-BY-ND-4.0; empty means the licence of the terms they extend, else any
Creative Commons licence.
Option per_article: each original states its own licence, and that one is asked for; it takes --original-text.
Option addresses: where the licence's text stands too, as address beginnings: nationalarchives.gov.uk/doc/open-government-licence.
Option hyperlink: true when the address as words is not enough.

Passes:
  linked           <a href="https://creativecommons.org/licenses/by-nd/4.0/deed.fr">CC BY-ND 4.0</a>
  address-shown    creativecommons.org/licenses/by-nd/4.0 as words
Fails:
  absent           no link leads to a licence
  placeholder      <a href="#">CC BY-ND 4.0</a>
  front-page       <a href="https://creativecommons.org/">CC BY-ND 4.0</a>
  other-license    the link leads to by-nc/4.0, and the licence is CC BY 4.0
  other-version    the link leads to by-nd/3.0, and the licence is CC BY-ND 4.0
  not-a-hyperlink  hyperlink = true, and the address stands there as words only
  hidden           <p hidden><a href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a></p>
  empty-anchor     <a href="https://creativecommons.org/licenses/by-nd/4.0/"></a>
  metadata-only    <link rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">
  image-only       the link belongs to a picture's licence
  site-license     the site's footer links another licence, its own
Needs a person:
  no-version       the link leads to creativecommons.org/licenses/by-nd/, without a version
  adapter-license  the link leads to CC BY-SA 4.0, and the licence is CC BY-SA 3.0: an adaptation may go out so
  elsewhere        the licence's name links another page, which may hold its text
  redirector       the link goes through a redirecting or archived address
  unclear-subject  the link is right, and what is licensed does not show
  outside-article  the right link stands in the site's footer or navigation
  in-aside         it stands in a side box
  screen-only      it is hidden from screen readers (aria-hidden)
  some-screens     a style sheet hides it on some screens, or until a script shows it
  front-matter     the front matter of a Markdown file gives the address; the theme may print it
  feed-element     <link rel="license"> of a feed's entry; feed readers may show it
  terms-text       the link stands in the terms' own text
  original-silent  per_article: the original states no licence
Cannot be tested:
  no-original      per_article: the original was not given
  incomplete-input the page could not be read whole, and what was read holds no such link
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from compliance.model.article import ARTICLE_ZONES, Link, Zone
from compliance.model.attribution import Address, LicenseMention
from compliance.model.case import Case
from compliance.model.finding import Evidence, Searched, Verdict
from compliance.model.kind import Kind, Option, Reason
from compliance.model.outcome import Outcome
from compliance.text.licenses import id_of_address, license_of, short_name
from compliance.text.patterns import lazy
from compliance.text.urls import embedded, host_of, is_archive, is_placeholder, is_shortener, page_key, resolve
from compliance.weighing import licensing, looking, standing
from compliance.weighing.licensing import Wanted, compared, subject_of, wanted_license
from compliance.weighing.remedy_tags import license_line

REASONS = {
    "linked": Reason(Outcome.PASS, "A link leads to the licence ({stated})."),
    "address-shown": Reason(Outcome.PASS, "The address of the licence can be read ({stated})."),
    "absent": Reason(Outcome.FAIL, "No link leads to the licence ({wanted})."),
    "placeholder": Reason(Outcome.FAIL, "The link of the licence leads nowhere ({href})."),
    "front-page": Reason(Outcome.FAIL, "The link leads to creativecommons.org, but to none of its licences ({href})."),
    "other-license": Reason(Outcome.FAIL, "The link leads to {stated}; the licence is {wanted}."),
    "other-version": Reason(Outcome.FAIL, "The link leads to {stated}; the licence is {wanted}, another version."),
    "not-a-hyperlink": Reason(Outcome.FAIL, "The address of the licence stands there as words, but is no hyperlink."),
    "hidden": Reason(Outcome.FAIL, "The link to the licence is hidden ({how}): a reader does not see it."),
    "empty-anchor": Reason(Outcome.FAIL, "The link to the licence has no words and no image: there is nothing to click on."),
    "metadata-only": Reason(Outcome.FAIL, "The licence's address stands in the metadata only: a reader cannot follow it."),
    "image-only": Reason(Outcome.FAIL, "The only link to a licence belongs to a picture ({stated})."),
    "site-license": Reason(Outcome.FAIL, "The only link to a licence is the copying site's own ({stated}, {zone})."),
    "no-version": Reason(
        Outcome.REVIEW,
        "The link leads to {stated}; the licence in full is {wanted}.",
        "Does this page tell readers which version (and country) of the licence is meant?",
    ),
    "adapter-license": Reason(
        Outcome.REVIEW,
        "The link leads to {stated}; the licence is {wanted}. An adaptation may be given under a later version or another country's.",
        "Is this copy an adaptation (translated, edited), so that {stated} is its own licence?",
    ),
    "elsewhere": Reason(Outcome.REVIEW, "The licence's name links {href}.", "Does this page hold the text of the licence ({wanted})?"),
    "redirector": Reason(Outcome.REVIEW, "The link goes through another address ({href}).", "Does this link lead to the licence ({wanted})?"),
    "unclear-subject": Reason(Outcome.REVIEW, "A link leads to {stated}, but not plainly as the article's licence.", "Is this link the article's licence?"),
    "outside-article": Reason(
        Outcome.REVIEW, "A link to {stated} stands outside the article only ({zone}).", "Does this link speak of the article, or of the copying site?"
    ),
    "in-aside": Reason(Outcome.REVIEW, "The link to the licence stands in a side box.", "Does this box speak of the article itself?"),
    "screen-only": Reason(Outcome.REVIEW, "The link to the licence is hidden from screen readers (aria-hidden).", "Is such a link good enough?"),
    "some-screens": Reason(
        Outcome.REVIEW, "A style sheet hides the link to the licence on some screens, or until a script shows it.", "Do the page's readers see the link?"
    ),
    "front-matter": Reason(Outcome.REVIEW, "The licence's address stands in the front matter.", "Does the site's theme print it as a link beside the article?"),
    "feed-element": Reason(Outcome.REVIEW, "The licence's address stands in a field of the feed's entry.", "Do the readers of this feed see the field?"),
    "terms-text": Reason(
        Outcome.REVIEW, "The link to {stated} stands in the text of the reproduction terms only.", "Does this text tell readers the article's licence?"
    ),
    "original-silent": Reason(Outcome.REVIEW, "The original states no licence that could be linked.", "Under which licence is the original given?"),
    "no-original": Reason(Outcome.UNTESTED, "The licence is the one that the original states; the original was not given (--original-text)."),
    "incomplete-input": Reason(Outcome.UNTESTED, "The page could not be read whole; no link to the licence was found in what was read."),
}
OPTIONS = licensing.OPTIONS | {
    "addresses": Option(tuple, (), (), "where the licence's text stands too, as beginnings of addresses, without the scheme"),
    "hyperlink": Option(bool, False, (), "only a hyperlink will do, the address as words will not"),
}
_ORDER = (
    "linked", "address-shown", "no-version", "adapter-license", "in-aside", "screen-only", "some-screens", "redirector", "elsewhere", "front-matter",
    "feed-element", "terms-text", "outside-article", "unclear-subject", "empty-anchor", "hidden", "not-a-hyperlink", "other-version", "other-license",
    "front-page", "placeholder", "metadata-only", "image-only", "site-license",
)  # fmt: skip
_RIGHT = ("same", "no-version")
_CREATIVE_COMMONS = "creativecommons.org"
_VERSION = lazy(r"/version/(\d+)")
_CLAIMS = ("license", "ld:license", "ld:acquireLicensePage", "cc:license", "xhv:license", "dc.license", "mf:license", "feed:license")
_FIELDS = ("entry:license", "entry:dc-license")
_FRONT_MATTER = "front-matter:licen"


class _Seen(NamedTuple):
    reason: str
    evidence: Evidence
    details: dict[str, str]


def check(case: Case, options: Mapping[str, Any]) -> Verdict:
    """Weigh every link and every written address, and answer with the best of them."""
    wanted = wanted_license(case, options)
    if wanted.obstacle:
        return Verdict(REASONS[wanted.obstacle].outcome, wanted.obstacle)
    places: tuple[str, ...] = options["addresses"]
    seen = [found for link in case.article.links if (found := _weigh(case, link, wanted, places))]
    seen += [found for address in case.attribution.addresses if (found := _written(case, address, wanted, places, options["hyperlink"]))]
    seen += _claimed(case, wanted, places)
    best = min(seen, key=lambda found: _ORDER.index(found.reason), default=None)
    reason = best.reason if best else "absent"
    if case.article.incomplete and REASONS[reason].outcome is Outcome.FAIL:
        reason = "incomplete-input"
    details = {"wanted": wanted.words} | (best.details if best else {})
    evidence = (best.evidence,) if best else ()
    return Verdict(REASONS[reason].outcome, reason, evidence, Searched(ARTICLE_ZONES, (*wanted.ids, *places)), tuple(details.items()))


def _weigh(case: Case, link: Link, wanted: Wanted, places: tuple[str, ...]) -> _Seen | None:
    """One link, None for one that has nothing to do with a licence."""
    url = looking.resolved(case, link)
    led = _leads(case, url, wanted, places) or _beside(case, url, link, wanted)
    zone = case.article.blocks[link.block].zone
    if led is None or zone is Zone.COMMENTS:
        return None
    found, stated = led
    reason = _placed(case, link, found, _scope(case, link))
    if reason is None:
        return None
    details = {"stated": stated, "href": link.href or "", "how": link.hidden or "", "zone": zone.value}
    return _Seen(reason, looking.of_link(case.article, link, "match" if reason == "linked" else "near-miss"), details)


def _leads(case: Case, url: str | None, wanted: Wanted, places: tuple[str, ...]) -> tuple[str, str] | None:
    """Where an address leads: how the licence there stands to the wanted one, or a reason; and its name."""
    if url is None:
        return None
    if _among(url, places):
        return ("same", next(iter(wanted.ids), url)) if _right_version(url, wanted) else ("other-version", url)
    if host_of(url) == _CREATIVE_COMMONS:
        spdx = id_of_address(url)
        if spdx is None:
            return "front-page", _CREATIVE_COMMONS
        found = compared(case, spdx, wanted)
        if found == "no-version" and license_of(spdx).version:
            # an address without a country is the international licence itself, not one left open
            found = "adapter-license" if license_of(spdx).adaptable and not licensing.is_verbatim(case) else "other-version"
        return found, short_name(spdx)
    inner = embedded(url)
    if inner and (_among(inner, places) or (host_of(inner) == _CREATIVE_COMMONS and id_of_address(inner))):
        led = _leads(case, inner, wanted, places)
        return ("redirector", led[1]) if led and led[0] in _RIGHT else led
    return None


def _beside(case: Case, url: str | None, link: Link, wanted: Wanted) -> tuple[str, str] | None:
    """A link that bears a licence's name, and leads elsewhere."""
    own = [each for each in case.attribution.licenses if each.zone is not Zone.METADATA and each.scope == "text" and link.start <= each.start < link.end]
    if not own and not {"license", "cc:license"} & set(link.rel.split()):
        return None
    if is_placeholder(link.href):
        return "placeholder", ""
    if url is None and not _is_path(link.href):
        return None
    found = compared(case, own[0].id, wanted) if own else "same"
    if found in ("other-license", "other-version"):
        return found, short_name(own[0].id)
    return ("redirector" if url and (is_shortener(url) or is_archive(url)) else "elsewhere"), url or link.href or ""


def _is_path(href: str | None) -> bool:
    """Whether a link leads to a page of the site that shows it, whose address is not known."""
    return bool(href) and not (href or "").startswith(("#", "?")) and ":" not in (href or "").partition("/")[0]


def _placed(case: Case, link: Link, found: str, scope: str) -> str | None:
    """The reason that a link gives alone, by where it leads and how it stands."""
    stands = standing.of_link(case.article, link)
    right = found in ("same", "no-version", "adapter-license", "redirector")
    if scope == "image":
        return "image-only"
    if stands == "outside-article":
        return "outside-article" if found == "same" else "site-license" if found in licensing.ORDER else None
    if looking.in_terms(case, link.start):
        return "terms-text" if found == "same" else None
    if stands != standing.SEEN:
        return stands if right else None
    if scope != "text":
        return "unclear-subject" if found == "same" else None
    return "linked" if found == "same" else found


def _scope(case: Case, link: Link) -> str:
    """What the statement is about that a link belongs to: as licensing.subject_of."""
    if case.article.blocks[link.block].zone is Zone.CAPTION:
        return "image"
    beside = _mentions_in(case, link.block)
    own = [mention for mention in beside if mention.href == link.href]
    return next((subject_of(case, mention) for mention in own or beside), "text")


def _mentions_in(case: Case, block: int) -> list[LicenseMention]:
    return [each for each in case.attribution.licenses if each.zone is not Zone.METADATA and case.article.block_at(each.start) == block]


def _among(url: str, places: tuple[str, ...]) -> bool:
    key = page_key(url)
    written = f"{key.host}{key.path}".lower() if key else ""
    return any(written.startswith(place.lower().removeprefix("https://").removeprefix("www.").rstrip("/")) for place in places)


def _right_version(url: str, wanted: Wanted) -> bool:
    """Whether an address that names a version names the wanted one."""
    named = _VERSION.search(url)
    versions = {license_of(each).version.partition(".")[0] for each in wanted.ids} - {""}
    return named is None or not versions or named.group(1) in versions


def _written(case: Case, address: Address, wanted: Wanted, places: tuple[str, ...], hyperlink: bool) -> _Seen | None:
    """The licence's address as words that are no hyperlink."""
    led = _leads(case, address.url, wanted, places)
    if address.linked or not address.whole or led is None or led[0] != "same":
        return None
    stands = standing.of_place(address.zone, address.hidden)
    if address.zone is Zone.CAPTION or _of_picture(case, address):
        reason = "image-only"
    elif looking.in_terms(case, address.start):
        reason = "terms-text"
    elif stands == standing.SEEN:
        reason = "not-a-hyperlink" if hyperlink else "address-shown"
    else:
        reason = stands
    zone = Zone.HIDDEN if reason == "hidden" else address.zone
    evidence = Evidence("match" if reason == "address-shown" else "near-miss", zone, address.text, None, address.line)
    return _Seen(reason, evidence, {"stated": led[1], "how": address.hidden or "", "zone": address.zone.value, "href": address.text})


def _of_picture(case: Case, address: Address) -> bool:
    """Whether an address stands in a statement of a picture's licence."""
    beside = _mentions_in(case, case.article.block_at(address.start))
    return bool(beside) and all(subject_of(case, mention) == "image" for mention in beside)


def _claimed(case: Case, wanted: Wanted, places: tuple[str, ...]) -> Iterator[_Seen]:
    """The licence's address in the metadata, where nobody can follow it."""
    for claim in case.article.claims:
        in_front_matter = claim.name.startswith(_FRONT_MATTER)
        if not (in_front_matter or claim.name in _CLAIMS or claim.name in _FIELDS):
            continue
        led = _leads(case, resolve(claim.value), wanted, places)
        if led and led[0] == "same":
            reason = "front-matter" if in_front_matter else "feed-element" if claim.name in _FIELDS else "metadata-only"
            yield _Seen(reason, Evidence("near-miss", Zone.METADATA, claim.value[:200], None, claim.line), {"stated": led[1], "href": claim.value})


LICENSE_LINK = Kind(
    name="license-link",
    title="A link leads to the licence",
    manual=__doc__ or "",
    options=OPTIONS,
    reasons=REASONS,
    check=check,
    remedy=license_line,
)
