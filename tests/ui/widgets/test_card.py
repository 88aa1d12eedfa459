from steadyhands.ui.widgets.card import Card, label
from tests.ui.dress import dress, shown, spoken_name


def test_says_its_title_and_hides_what_is_empty(qapp, qtbot):
    dress(qapp)
    card = shown(qtbot, Card("Last night"))
    assert spoken_name(card) == "Last night"
    card.set_title("Last night", "7 h 10")
    assert spoken_name(card) == "Last night"
    texts = [words.text() for words in card.findChildren(type(label())) if words.isVisible()]
    assert texts == ["Last night", "7 h 10"]


def test_the_body_stays_at_the_top_unless_it_fills(qapp, qtbot):
    dress(qapp)
    for fills in (False, True):
        card = Card("Here", fills=fills)
        words = label("words")
        card.body.addWidget(words)
        shown(qtbot, card, 300, 600)
        assert (words.height() > 300) is fills
