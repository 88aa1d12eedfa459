from steadyhands.ui.widgets.click_guard import ClickGuard


def test_a_bounce_on_the_same_target_does_not_count():
    guard = ClickGuard(400)
    assert guard.allows("index", 1000)
    assert not guard.allows("index", 1399)
    assert guard.allows("index", 1400)


def test_another_target_counts_at_once():
    guard = ClickGuard()
    assert guard.allows("index", 0)
    assert guard.allows("middle", 1)


def test_a_train_of_bounces_does_not_lengthen_the_pause():
    guard = ClickGuard(400)
    counted = [at for at in range(0, 1000, 100) if guard.allows("index", at)]
    assert counted == [0, 400, 800]


def test_zero_switches_it_off():
    guard = ClickGuard(0)
    assert guard.allows("index", 5)
    assert guard.allows("index", 5)
