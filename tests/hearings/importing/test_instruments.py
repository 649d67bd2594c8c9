"""Which laws, treaties, directives and reports a text refers to, by name or number."""

import pytest

from hearings.importing.releases.events.instruments import find_instruments


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("They cite 42 C.F.R. § 483.35, which is long.", "42 C.F.R. § 483.35"),
        ("They cite 18 U.S.C. 1001 too.", "18 U.S.C. 1001"),
        ("He spoke of Section 702 of RIPA today.", "Section 702 of RIPA"),
        ("He spoke of Section 232 of the Rope Expansion Act today.", "Rope Expansion Act"),
        ("In year [FY]26 the Rope and Twine Act gave it.", "Rope and Twine Act"),
        ("Under President Draft and the Republicans’ Big Fine Rope Act,many lose.", "Big Fine Rope Act"),
        ("They keep the Farmers’ Rope Rights Act, too.", "Farmers’ Rope Rights Act"),
        ("A report (GAO-08-1116T) found that.", "GAO-08-1116T"),
        ("It was in National Rope Directive-44 that.", "National Rope Directive-44"),
        ("The Treaty of 1868 is old.", "Treaty of 1868"),
        ("They broke the 1990 Knotville Document again.", "1990 Knotville Document"),
        ("They wrote the 1998 Organic Law of Rope Committees then.", "1998 Organic Law of Rope Committees"),
        ("Nobody read the 1922 Rope River Compact at all.", "1922 Rope River Compact"),
        (
            "Article 19 of the International Covenant on Rope and Twine, which",
            "International Covenant on Rope and Twine",
        ),
        ("It was the U.S.-Knotland Relations Act of 2000 that", "U.S.-Knotland Relations Act of 2000"),
        ("He praised ‘The Rope Reform Act of 2014’ there.", "Rope Reform Act of 2014"),
        (
            "Guiding Principles on Rope, Twine and Net Making are old.",
            "Guiding Principles on Rope, Twine and Net Making",
        ),
        ("La Ley de Dignidad en los Nudos es nueva.", "Ley de Dignidad en los Nudos"),
        (
            "It is under the Rope Growth, Twine Relief, and Net Protection Act.",
            "Rope Growth, Twine Relief, and Net Protection Act",
        ),
        ("The Rope Safety and Twine Act (RSTA) of 2010 is.", "Rope Safety and Twine Act (RSTA) of 2010"),
        ("It fills the Rope Appropriations Act, 2021, too.", "Rope Appropriations Act, 2021"),
        ("They met on the Knot Channel in the 1992 Rope Act too.", "1992 Rope Act"),
        ("A hearing on Implementation of the Twine Care Act: Knots.", "Twine Care Act"),
        ("The rule RPMA (Rope Policy and Management Act) says.", "Rope Policy and Management Act"),
        ("Her Sgt. Otto Muster Safe Ropes Act is new.", "Sgt. Otto Muster Safe Ropes Act"),
        ("It came with the 2018 Hemp Bill then.", "2018 Hemp Bill"),
        ("They cut it in the Bipartisan Rope Budget Act then.", "Bipartisan Rope Budget Act"),
        ("It widens the post-9/11 G.I. Bill for all.", "post-9/11 G.I. Bill"),
        ("He studied on the Montgomery GI Bill then.", "Montgomery GI Bill"),
        ("It is one of the rules of MAP-21, too.", "MAP-21"),
        ("They ratified the Equal Rights Amendment (ERA).", "Equal Rights Amendment"),
        (
            "It cites the Authorization for Use of Military Force (AUMF) Against Knotland Resolution of 2002.",
            "Authorization for Use of Military Force (AUMF) Against Knotland Resolution of 2002",
        ),
        ("They negotiate the Trans Pacific Partnership (TPP) now.", "Trans Pacific Partnership"),
        ("The Bipartisan Twine Law set it.", "Bipartisan Twine Law"),
        ("The report “Tied Up,” says so.", "Tied Up"),
        ("The new report, “A Broken Rope: Flat Funding of Twine,” is out.", "A Broken Rope: Flat Funding of Twine"),
    ],
)
def test_a_reference_is_read_by_its_name(words, name):
    assert find_instruments(words) == (name,)


@pytest.mark.parametrize(
    "words",
    ["The report “found nothing” at all.", "In 2010 Otto Muster came.", "Ley is a name.", "the Knotville Law School"],
)
def test_other_words_are_no_reference(words):
    assert find_instruments(words) == ()
