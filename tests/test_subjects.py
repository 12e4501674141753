"""Which authorities a document is about."""

from documents.subjects import LOCAL, NATIONAL, most_named, named, written_about


def test_a_title_names_each_authority_once() -> None:
    assert named("Visit to Trafford: Trafford Council and Leeds") == ("trafford", "leeds")


def test_an_authority_that_a_headline_names_in_passing_is_left_out() -> None:
    words = "Trafford has changed. Trafford staff agree. Trafford is proud. Trafford likes Leeds."
    assert written_about("Former head of Leeds comes to Trafford", words, LOCAL) == ("trafford",)


def test_an_article_may_be_about_two_authorities() -> None:
    words = "Trafford did well. So did Leeds. Leeds has more staff than Trafford."
    assert written_about("Trafford and Leeds do well", words, LOCAL) == ("trafford", "leeds")


def test_neighbours_do_not_outweigh_the_council_that_writes() -> None:
    words = "Merton knows its services. Merton does better than Sutton, Kingston and Richmond."
    assert written_about("Self-evaluation", words, LOCAL) == ("merton",)


def test_a_document_about_the_whole_country_is_about_no_authority() -> None:
    assert most_named("Leeds, Kent and Trafford took part. Leeds was first.", NATIONAL) == ()
    assert most_named("Children do well.") == ()


def test_the_inspectorates_address_is_not_an_authority() -> None:
    assert most_named("Piccadilly Gate, Store Street, Manchester M1 2WD. Salford does well.") == ("salford",)
