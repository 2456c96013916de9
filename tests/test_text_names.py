"""Names: when two of them are one."""

from compliance.text.names import same_name


def test_a_letter_struck_through_is_another_letter() -> None:
    assert same_name("The Gazette", "the  gazette")
    assert not same_name("The Ga\u0338zette", "The Gazette")
