"""Licences by their ids: how two of them stand to each other, how they are written, where they are explained."""

import pytest

from compliance.text.licenses import UNSPECIFIED, deed_of, id_of_address, license_of, relation, short_name


@pytest.mark.parametrize(
    ("stated", "wanted", "answer"),
    [
        ("CC-BY-ND-4.0", "CC-BY-ND-4.0", "same"),
        ("CC-BY-4.0", "cc-by-4.0", "same"),
        ("CC-BY-4.0", "CC-BY", "same"),
        ("CC-BY-3.0-DE", "CC-BY", "same"),
        ("CC-BY", "CC-BY-4.0", "coarser"),
        ("CC-BY-NC-ND-3.0", "CC-BY-NC-ND-3.0-US", "coarser"),
        ("CC-BY-3.0-DE", "CC-BY-3.0", "country"),
        ("CC-BY-3.0-DE", "CC-BY-3.0-AT", "country"),
        ("CC-BY-4.0", "CC-BY-3.0-US", "later"),
        ("CC-BY-2.5", "CC-BY-4.0", "earlier"),
        ("CC-BY-NC-4.0", "CC-BY-4.0", "other"),
        ("CC-BY-4.0", "CC-BY-NC-4.0", "other"),
        ("CC-NC-BY-4.0", "CC-BY-NC-4.0", "same"),
        (UNSPECIFIED, "CC-BY-4.0", "vague"),
        (UNSPECIFIED, "OGL-UK-3.0", "other"),
        ("CC0-1.0", "CC0-1.0", "same"),
        ("CC-PDM-1.0", "CC0-1.0", "other"),
        ("OGL-UK-3.0", "OGL-UK-3.0", "same"),
        ("OGL-UK", "OGL-UK-3.0", "coarser"),
        ("OGL-UK-2.0", "OGL-UK-3.0", "earlier"),
        ("GFDL-1.3-or-later", "GFDL-1.2", "later"),
    ],
)
def test_relations(stated: str, wanted: str, answer: str) -> None:
    assert relation(stated, wanted) == answer


def test_names_and_deeds() -> None:
    assert short_name("CC-BY-NC-ND-3.0-US") == "CC BY-NC-ND 3.0 US"
    assert (short_name("CC0-1.0"), short_name("OGL-UK-3.0"), short_name(UNSPECIFIED)) == ("CC0 1.0", "OGL-UK-3.0", "Creative Commons")
    assert deed_of("CC-BY-ND-4.0") == "https://creativecommons.org/licenses/by-nd/4.0/"
    assert deed_of("CC-BY-3.0-DE") == "https://creativecommons.org/licenses/by/3.0/de/"
    assert (deed_of("CC-BY"), deed_of("OGL-UK-3.0")) == (None, None)
    for spdx in ("CC-BY-SA-4.0", "CC-BY-NC-ND-3.0-US", "CC0-1.0"):
        assert id_of_address(deed_of(spdx) or "") == spdx


def test_what_a_licence_allows() -> None:
    assert license_of("CC-BY-SA-4.0").shares_alike
    assert license_of("CC-BY-SA-4.0").adaptable
    assert not license_of("CC-BY-ND-4.0").adaptable
    assert not license_of("OGL-UK-3.0").shares_alike
