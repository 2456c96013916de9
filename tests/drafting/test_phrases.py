"""The small language of clause files: either word, any ending, a gap."""

import pytest

from compliance.drafting.phrases import Index, Match, unfold, words_of


def found(phrase: str, text: str) -> bool:
    return bool(Index([("key", phrase)], frozenset({"and"})).find(words_of(text)))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("must link", "You MUST link."),
        ("must/shall link", "you shall link"),
        ("republi*", "Republication"),
        ("*bilder", "Pressebilder"),
        ("*bild*", "Pressebilder"),
        ("lien … article", "un lien vers l'article"),
        ("a/b* … c", "bees see c"),
        ("note d auteur", "note d’auteur"),
        ("reproduccion", "reproducción"),
        ("link … story", "link one two three four five six seven eight story"),
    ],
)
def test_stands(phrase: str, text: str) -> None:
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("must link", "must not link"),
        ("republi*", "public"),
        ("*bilder", "bildern"),
        ("link … story", "link one two three four five six seven eight nine story"),
        ("link … story", "link to us, and tell the story"),
        ("link … story", "link to us (the story)"),
        ("link … story", "a link and the story"),
        ("must link", "must, link"),
        ("a b", "b a"),
    ],
)
def test_does_not_stand(phrase: str, text: str) -> None:
    assert not found(phrase, text)


def test_a_hyphen_within_a_word_does_not_part() -> None:
    assert found("non commercial", "non-commercial")
    assert not found("non commercial", "non - commercial")


def test_what_belongs_to_a_longer_phrase_is_dropped() -> None:
    index = Index([("original-link", "link"), ("license-link", "link … licence")])
    assert unfold(index.find(words_of("a link to the licence"))) == [Match("license-link", (1, 4))]
    assert [match.key for match in unfold(index.find(words_of("a link to the story")))] == ["original-link"]
