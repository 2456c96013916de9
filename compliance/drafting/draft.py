"""A page of terms into a draft of a rule file: what it asks for, sentence by sentence, and what could not be placed."""

from typing import NamedTuple

from compliance.attribution.creative import named_in
from compliance.attribution.scan import Scanner
from compliance.drafting.clauses import Clauses
from compliance.drafting.identity import Identity, identity_of, names_of
from compliance.drafting.literals import counters_in, email_of
from compliance.drafting.proposals import TEXTS, Proposal, merged
from compliance.drafting.reading import Read, Reader
from compliance.drafting.region import Terms, terms_in
from compliance.drafting.sentences import headline_of, paragraphs_of
from compliance.drafting.speech import ASKING, Level
from compliance.drafting.vocabulary import Vocabulary
from compliance.model.article import Article
from compliance.model.outcome import Obligation
from compliance.terms import Shelf
from compliance.text.licenses import id_of_address
from compliance.text.words import fold

_FIRST = 6  # words by which a paragraph is found again


class Draft(NamedTuple):
    """What was read of a page of terms.

    languages: of its terms. licenses: ids of the terms on the shelf that it puts its articles under. unknown: licences that it
    names and that the shelf does not have, or not one for sure. unplaced: sentences of the terms that propose nothing.
    text: the paragraphs of terms, a line each.
    """

    identity: Identity
    locator: str
    languages: tuple[str, ...]
    contact: str
    licenses: tuple[str, ...]
    unknown: tuple[str, ...]
    proposals: tuple[Proposal, ...]
    unplaced: tuple[str, ...]
    text: str = ""


def draft(article: Article, shelf: Shelf, clauses: tuple[Clauses, ...], given_id: str | None = None, given_name: str | None = None) -> Draft | None:
    """Draft the terms that a page holds. None when it holds none that ask for anything.

    given_id, given_name: what the user calls them; None, the page tells.
    """
    paragraphs = paragraphs_of(article)
    scanned = Scanner(shelf.lexicon).scan(article)
    phrased: dict[int, list[str]] = {}
    for hit in scanned.hits.get("terms", ()):
        phrased.setdefault(article.block_at(hit.start), []).append(article.text[hit.start : hit.end])
    signs = [*scanned.hits.get("rights", ()), *(hit for hit in scanned.hits.get("mark", ()) if hit.phrase.before != "copyright")]
    reserved = frozenset(article.block_at(hit.start) for hit in signs)
    found: list[Terms] = []
    identity = identity_of(article, "", given_id, given_name)
    for _ in range(2):  # the second time with the names that the terms themselves have for the publisher
        readers = tuple(Reader(Vocabulary(each, names_of(identity), shelf.lexicon.agencies)) for each in clauses)
        found = terms_in(article, paragraphs, readers, phrased, reserved)
        told = identity_of(article, "\n".join(terms.paragraph.text for terms in found), given_id, given_name)
        if told == identity:
            break
        identity = told
    licenses = _licenses(article, found)
    proposals = _completed(merged(_proposals(found)), article, licenses)
    shelved = tuple(each for each in licenses if each in shelf.terms and not shelf.terms[each].extends)
    extends = shelved if len(licenses) == 1 else ()
    if not proposals and not extends:
        return None
    return Draft(
        identity=identity,
        locator=_locator(article, found),
        languages=_languages(found),
        contact=_contact(found, proposals),
        licenses=extends,
        unknown=tuple(each for each in licenses if each not in extends),
        proposals=tuple(proposals),
        unplaced=tuple(dict.fromkeys(each.sentence.text for terms in found for each in terms.sentences if _is_unplaced(each))),
        text="\n".join(terms.paragraph.text for terms in found),
    )


def _proposals(found: list[Terms]) -> list[Proposal]:
    """All proposals in the order of the page. A permission's address may stand in the sentence after it."""
    proposals: list[Proposal] = []
    for terms in found:
        for place, each in enumerate(terms.sentences):
            after = terms.sentences[place + 1].sentence.text if place + 1 < len(terms.sentences) else ""
            for proposal in each.proposals:
                contact = email_of(after) if proposal.kind == "permission" and not proposal.option("contact") else ""
                told = proposal.replaced("contact", contact) if contact else proposal
                proposals.append(told._replace(language=terms.language))
    return proposals


def _completed(proposals: list[Proposal], article: Article, licenses: tuple[str, ...]) -> list[Proposal]:
    """The proposals with what the rest of the page adds, without those that say nothing.

    Some edits that a house allows under a licence that allows none leave the rest forbidden.
    """
    kept = [proposal for proposal in proposals if proposal.kind not in TEXTS or proposal.option(TEXTS[proposal.kind])]
    if any(proposal.kind == "tracking-pixel" for proposal in kept):
        shown = "\n".join(article.text[block.start : block.end] for block in article.blocks if block.hidden is None)
        addresses = counters_in(shown)
        if addresses:
            kept = [each.replaced("addresses", addresses) if each.kind == "tracking-pixel" else each for each in kept]
    if any("-nd" in each for each in licenses):
        kept = [each._replace(obligation=Obligation.MUST) if each.kind == "text-unchanged" and each.option("allowed") else each for each in kept]
    return kept


def _licenses(article: Article, found: list[Terms]) -> tuple[str, ...]:
    """The licences, as ids of rule files, under which the terms put the articles."""
    ids: dict[str, None] = {}
    for terms in found:
        block = article.blocks[terms.paragraph.number]
        links = [link for link in article.links if block.start <= link.start < block.end and link.href]
        for each in terms.sentences:
            if not each.licensed or each.skipped or Level.OUT in each.levels or ("images-excluded.objects" in each.keys and "words.text" not in each.keys):
                continue
            text = each.sentence.text
            named = [named.id for named in named_in(text, fold(text), 0, len(text))]
            linked = [spdx for link in links if link.href and article.text[link.start : link.end] in text and (spdx := id_of_address(link.href))]
            finer = [one for one in (*linked, *named) if not any(other != one and other.startswith(one) for other in (*linked, *named))]
            ids.update(dict.fromkeys(one.lower() for one in finer if one.startswith("CC-")))
    return tuple(ids)


def _locator(article: Article, found: list[Terms]) -> str:
    """Where on the page they stand: under which headings, else by the first words."""
    headings = dict.fromkeys(" ".join(headline_of(article, terms.paragraph.heading).split()) for terms in found) if article.format != "text" else {}
    told = "; ".join(f"under “{heading[:80]}”" for heading in headings if heading)[:300]
    return told or f"the paragraph that begins “{' '.join(found[0].paragraph.text.split()[:_FIRST])}”"


def _languages(found: list[Terms]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for terms in found:
        counts[terms.language] = counts.get(terms.language, 0) + sum(len(each.sentence.words) for each in terms.sentences)
    total = sum(counts.values())
    return tuple(language for language in sorted(counts, key=lambda each: -counts[each]) if counts[language] * 4 >= total)


def _contact(found: list[Terms], proposals: list[Proposal]) -> str:
    asked = next((str(each.option("contact")) for each in proposals if each.kind == "permission" and each.option("contact")), "")
    return asked or next((email for terms in found for each in terms.sentences if (email := email_of(each.sentence.text))), "")


def _is_unplaced(each: Read) -> bool:
    """Whether a sentence asks for something, or does not say how it speaks, and nothing was made of it."""
    if each.proposals or each.sentence.asks or len(each.sentence.words) < 3:
        return False
    leads = each.sentence.text.rstrip().endswith(":")
    granted = each.levels and all(level in (Level.MAY, Level.FREE, Level.IF) for level in each.levels)
    return not granted and not (leads and not any(level in ASKING - {Level.MUST, Level.SHOULD} for level in each.levels))
