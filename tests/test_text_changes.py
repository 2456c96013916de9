"""Two texts by words: nothing is found in equal ones, every sort of change is called by its name, and no text takes long."""

import random
import time
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compliance.terms import load_shelf
from compliance.terms.documents import Document
from compliance.terms.phrases import read_phrases
from compliance.text.alignment import Run, align
from compliance.text.changes import Change, Comparison, compare
from compliance.text.sides import Passage
from compliance.text.tokens import number_key, tokenise
from compliance.text.writing import PLAIN, Writing, same_written, tells_place, tells_time, unpack

WRITING = {code: unpack(packed) for code, packed in load_shelf().lexicon.writing.items()}
STORY = (
    "The cranes of the harbour at Brume stand still. Nobody knows why the council lets them rust.",
    "The mayor said today that two of them will move again, at a cost of ten million dollars. He did not say when.",
    "In spring the ships come back, and with them the sailors who tell the stories of the north.",
    "Residents may visit the gallery at the quay. The realised plans hang there, beside the old ones.",
)
WORDS = st.lists(st.sampled_from(["crane", "quay", "the", "of", "ship", "Brume", "1902", "%", "中", "港"]), max_size=40)


def story(*paragraphs: str) -> tuple[Passage, ...]:
    passages, at = [], 0
    for paragraph in paragraphs:
        passages.append(Passage(paragraph, at))
        at += len(paragraph) + 1
    return tuple(passages)


def compared(new: tuple[str, ...], old: tuple[str, ...] = STORY, language: str = "en") -> Comparison:
    return compare(story(*old), story(*new), WRITING.get(language, PLAIN))


def edited(old: str, new: str, *more: str) -> tuple[str, ...]:
    text = "\n".join(STORY)
    for one, other in zip((old, *more[::2]), (new, *more[1::2]), strict=True):
        assert one in text
        text = text.replace(one, other)
    return tuple(text.split("\n"))


def told(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(change.kind, change.old, change.new) for change in comparison.changes]


def only(comparison: Comparison) -> Change:
    assert len(comparison.changes) == 1, comparison.changes
    return comparison.changes[0]


@given(WORDS, WORDS)
def test_the_same_text_has_no_changes(words: list[str], more: list[str]) -> None:
    text = (" ".join(words), " ".join(more))
    found = compare(story(*text), story(*text))
    assert found.changes == ()
    assert found.old_words == found.new_words


@given(WORDS, WORDS)
def test_runs_are_in_order_and_equal(one: list[str], other: list[str]) -> None:
    at = there = 0
    for run in align(one, other):
        assert run.old >= at
        assert run.new >= there
        assert one[run.old : run.old + run.size] == other[run.new : run.new + run.size] != []
        at, there = run.old + run.size, run.new + run.size


@given(WORDS)
def test_a_text_is_aligned_with_itself_in_one_run(words: list[str]) -> None:
    assert align(words, words) == ((Run(0, 0, len(words)),) if words else ())


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    for change in compare(story(one), story(other), WRITING["en"]).changes:
        assert one[slice(*change.old_span)] == change.old
        assert other[slice(*change.new_span)] == change.new


@given(st.integers(0, 3))
@settings(max_examples=8)
def test_what_is_cut_one_way_is_added_the_other(index: int) -> None:
    shorter = STORY[:index] + STORY[index + 1 :]
    cut, added = only(compared(shorter)), only(compared(STORY, shorter))
    assert (cut.kind, cut.old, cut.whole) == ("cut", STORY[index].rstrip("."), True)
    assert (added.kind, added.new, added.whole) == ("added", cut.old, True)
    assert cut.edge == added.edge == ("start" if index == 0 else "end" if index == 3 else "")


def test_a_sentence_cut_out_of_a_paragraph_is_cut_whole() -> None:
    change = only(compared(edited(" He did not say when.", "")))
    assert (change.kind, change.old, change.whole) == ("cut", "He did not say when", True)


def test_of_two_ways_to_cut_the_one_along_sentences_is_told() -> None:
    old = ("The harbour sleeps tonight. The cranes are still. The ships are far. The night is long and cold at sea.",)
    assert only(compared(("The harbour sleeps tonight. The ships are far. The night is long and cold at sea.",), old)).old == "The cranes are still"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("Nobody knows", "‘Nobody’ knows", "typography"),
        ("The cranes", "THE CRANES", "typography"),
        ("when.", "when .", "typography"),
        ("again, at", "again – at", "style"),
        ("realised", "realized", "style"),
        ("ten million dollars", "$10 million", "style"),
        ("ten million dollars", "$10m", "style"),
        ("The mayor", "Mr. Mayor", "changed"),
        ("today", "on Tuesday", "time"),
        ("today", "on Tuesday, 3 March 2024,", "time"),
        ("The cranes", "BRUME, 4 March — The cranes", "place"),
        ("the quay", "the quay in New Zealand", "place"),
        ("did not say", "did say", "cut"),
        ("may visit", "visit", "cut"),
        ("two of them", "three of them", "changed"),
        ("ten million", "ten billion", "changed"),
        ("sailors who", "old sailors who", "added"),
        ("say when.", "say when?", "changed"),
    ],
)
def test_a_change_is_called_by_its_kind(old: str, new: str, kind: str) -> None:
    found = [change.kind for change in compared(edited(old, new)).changes]
    assert kind in found
    assert set(found) <= {kind, "typography"}


def test_a_figure_that_changes_is_never_style() -> None:
    assert only(compared(edited("two of them", "three of them"))).maybe == ("corrections",)
    assert "style" not in only(compared(edited("ten million", "ten billion"))).maybe


def test_a_town_is_perhaps_a_place_and_a_word_perhaps_style() -> None:
    assert only(compared(edited("the quay", "the quay in Quimper"))).maybe == ("style", "place", "corrections")
    assert "style" in only(compared(edited("ships", "vessels"))).maybe


def test_paragraphs_may_be_joined_and_parted() -> None:
    assert compared((" ".join(STORY),)).changes == ()
    parted = tuple(sentence for paragraph in STORY for sentence in paragraph.replace(". ", ".\n").split("\n"))
    assert compared(parted).changes == ()


def test_a_paragraph_that_moved_is_neither_cut_nor_added() -> None:
    assert [change.kind for change in compared((STORY[2], STORY[0], STORY[1], STORY[3])).changes] == ["moved"]


def test_a_pull_quote_is_no_addition() -> None:
    assert compared((STORY[0], STORY[1], "The mayor said today that two of them will move again", STORY[2], STORY[3])).changes == ()
    assert compared(STORY, (*STORY[:2], STORY[0], *STORY[2:])).changes == ()


def test_what_is_no_part_of_the_text_is_only_recognised() -> None:
    old = (Passage("Cranes of Brume", 0, core=False), *story(*STORY), Passage("By Jane Doe", 900, core=False))
    new = (Passage("Another headline", 0, core=False), *story(*STORY), Passage("Read the original at The Gazette", 900, core=False))
    assert compare(old, new).changes == ()


def test_a_heading_is_told_as_one() -> None:
    old = story(*STORY)
    new = (*old[:2], Passage("What the mayor wants", 500, heading=True), *old[2:])
    assert only(compare(old, new)).kind == "headline"


def test_shares() -> None:
    found = compared((*STORY[:2], "A wholly different end, in which nobody of the first text has any part to play at all."))
    assert found.kept == sum(len(tokenise(paragraph).keys) for paragraph in STORY[:2])
    assert found.taken == found.kept
    assert compared(("Nothing of this has anything to do with the other story.",)).kept == 0


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("zh", "港口的起重机在今天的会议上被提起，没有人知道它们何时转动。", "港口的起重机在昨天的会议上被提起，没有人知道它们何时转动。"),
        ("ja", "市長は昨日の会議で、港のクレーンが春に動き出すと述べた。", "市長は月曜日の会議で、港のクレーンが春に動き出すと述べた。"),
        ("fr", "Le maire a dit hier que deux grues bougeront de nouveau.", "Le maire a dit mardi que deux grues bougeront de nouveau."),
        ("de", "Der Bürgermeister sagte gestern, dass sich zwei Kräne drehen.", "Der Bürgermeister sagte am Dienstag, dass sich zwei Kräne drehen."),
        ("ru", "Мэр сказал сегодня, что два крана снова заработают.", "Мэр сказал во вторник, что два крана снова заработают."),
    ],
)
def test_days_in_other_languages(language: str, old: str, new: str) -> None:
    assert [change.kind for change in compared((new,), (old,), language).changes] == ["time"]


def test_letters_of_scripts_without_spaces() -> None:
    old, new = "港口的起重机在春天重新启动。没有人知道为什么。船在等待。", "港口的起重机在春天重新启动。船在等待。"
    assert told(compared((new,), (old,), "zh")) == [("cut", "没有人知道为什么", "")]


@pytest.mark.parametrize(
    ("language", "old", "new", "same"),
    [
        ("en", "colour", "color", True),
        ("en", "four", "for", False),
        ("en", "travelled", "traveled", True),
        ("en", "filled", "filed", False),
        ("en", "20 per cent", "20%", True),
        ("en", "twenty-one", "21", True),
        ("en", "1.5 million", "1,500,000", True),
        ("en", "1.5", "15", False),
        ("en", "3 of 5", "5 of 3", False),
        ("en", "U.S.", "US", True),
        ("en", "e-mail", "email", True),
        ("en", "Mr Smith", "Smith", True),
        ("en", "Dr Smith", "Smith", False),
        ("en", "first", "1st", True),
        ("en", "-5", "5", False),
        ("fr", "vingt pour cent", "20 %", True),
        ("de", "dreißig Prozent", "30 %", True),
        ("ru", "3 млн", "три миллиона", True),
        ("pt", "acção", "ação", True),
    ],
)
def test_two_ways_of_writing_one_thing(language: str, old: str, new: str, same: bool) -> None:
    assert same_written(tokenise(old).keys, tokenise(new).keys, WRITING[language]) is same


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("today", "on Tuesday", "time"),
        ("this week", "last week", "time"),
        ("3 March", "March 3", "style"),
        ("Monday", "Tuesday", "perhaps"),
        ("3 March", "4 March", "perhaps"),
        ("5 years", "years", None),
        ("before", "after", None),
        ("today", "the mayor", None),
    ],
)
def test_words_of_time(old: str, new: str, what: str | None) -> None:
    assert tells_time(tokenise(old).keys, tokenise(new).keys, WRITING["en"]) == what


def test_words_of_place() -> None:
    for old, new, what in (("", "in Canada", "place"), ("here", "in New Zealand", "place"), ("France", "Spain", "perhaps"), ("", "new", None)):
        assert tells_place(tokenise(old).keys, tokenise(new).keys, WRITING["en"]) == what


def test_numbers_by_their_value() -> None:
    assert {number_key(written) for written in ("1,500", "1 500", "1.500", "1'500", "1500", "01500")} == {"1500"}
    assert number_key("1,500.25") == "1500.25"
    assert number_key("1,5") == number_key("1.5") == "1.5"
    assert number_key("12.03.2024") == "12.03.2024"
    assert tokenise("in 2019 300 people").keys == ("in", "2019", "300", "people")


def test_signs_that_mean_something_are_words() -> None:
    assert tokenise("-5 %, 10-20 $3bn").keys == ("-", "5", "%", "10", "20", "$", "3bn")
    assert tokenise("「港口」。船・です ราคาฯ").keys == ("港", "口", "船", "で", "す", "ร", "า", "ค", "า")


def test_a_long_article_takes_a_tenth_of_a_second() -> None:
    chance = random.Random(1)  # noqa: S311
    words = [f"w{int(chance.paretovariate(0.9))}" for _ in range(5000)]
    changed = list(words)
    for _ in range(150):
        at = chance.randrange(len(changed))
        changed[at : at + chance.randrange(4)] = [f"x{chance.randrange(9)}"] * chance.randrange(3)
    old, new = ([" ".join(text[at : at + 50]) + "." for at in range(0, len(text), 50)] for text in (words, changed))
    start = time.process_time()
    found = compare(story(*old), story(*new), WRITING["en"])
    assert time.process_time() - start < 1
    assert found.kept > 4000


@pytest.mark.parametrize("name", ["alternating", "few words", "fifty words", "shuffled", "backwards", "one word", "letters", "signs", "capitals"])
def test_no_text_takes_long(name: str) -> None:
    chance = random.Random(2)  # noqa: S311
    count = 60_000
    order = [str(number) for number in range(count)]
    texts = {
        "alternating": ("a b " * count, "b a " * count),
        "few words": tuple(" ".join(chance.choice("abcdefgh") for _ in range(count)) for _ in range(2)),
        "fifty words": tuple(" ".join(str(chance.randrange(50)) for _ in range(count)) for _ in range(2)),
        "shuffled": (" ".join(order), " ".join(chance.sample(order, count))),
        "backwards": (" ".join(order), " ".join(reversed(order))),
        "one word": ("w" * count * 5, "w " * count * 2),
        "letters": tuple("".join(chance.choice("天地人你我") for _ in range(count)) for _ in range(2)),
        "signs": ("1,1" * count, "1 000" * count),
        "capitals": ("Ab " * count, "aB " * count),
    }
    start = time.process_time()
    compare(story(texts[name][0]), story(texts[name][1]), WRITING["en"])
    assert time.process_time() - start < 10


def test_a_pair_that_is_none_is_a_mistake_of_the_phrase_file() -> None:
    mistakes: list[str] = []
    source = 'language = "xx"\nvariants = ["ten = 10", "-ise = ize", "percent"]'
    read_phrases([Document("xx.toml", source, tomllib.loads(source))], mistakes)
    assert mistakes == [f"xx.toml:2: “{item}”: two ways of writing one thing, as “ten = 10”" for item in ("-ise = ize", "percent")]


def test_a_packed_writing_is_what_it_was() -> None:
    assert unpack("%=per cent|mr=\nmonday\n\ntoday\n\n\n\n\non") == Writing(
        (("%", "per cent"), ("mr", "")), frozenset(["monday"]), time=frozenset(["today"]), small=frozenset(["on"])
    )
