"""Names: when two of them are one."""

from compliance.text.names import disguised, matches_host, same_name


def test_a_letter_struck_through_is_another_letter() -> None:
    assert same_name("The Gazette", "the  gazette")
    assert not same_name("The Ga\u0338zette", "The Gazette")


def test_two_alphabets_in_one_word_disguise_it() -> None:
    assert disguised("\uff34he Gazette")
    assert not matches_host("\uff34he Gazette", "gazette.example")
    assert not same_name("\uff34he Gazette", "The Gazette")
    assert not disguised("\uff34\uff48\uff45 Gazette")
