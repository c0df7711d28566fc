"""Which screen gets the hall and which the presenter, without any screen."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from hormoneviz.shell.placing import Placing, Seen, Wish, distinct, exchanged, placing

LAPTOP = Seen("laptop", (0, 0, 1280, 800), primary=True)
HALL = Seen("projector", (1280, 0, 1920, 1080))
WALL = Seen("wall", (3200, 0, 1920, 1080))
BOTH = Placing("projector", "laptop", "both")

some_screens = st.lists(st.sampled_from("abcd"), min_size=2, max_size=4, unique=True).map(
    lambda keys: [Seen(key, (1000 * i, 0, 1000, 800), primary=i == 0) for i, key in enumerate(keys)]
)
some_wish = st.builds(Wish, *(st.sampled_from(["", *"abcdz"]) for _ in range(2)))


def test_the_hall_is_first_shown_where_the_desktop_is_not() -> None:
    for screens in permutations([LAPTOP, HALL]):
        assert placing(screens, Wish()) == BOTH


def test_a_single_screen_has_the_hall_in_front() -> None:
    assert placing([LAPTOP], Wish()) == Placing("laptop", "laptop", "hall")


def test_no_screen_places_nothing() -> None:
    assert placing([], Wish()) is None


def test_what_was_chosen_holds_also_against_the_rule() -> None:
    assert placing([LAPTOP, HALL], Wish("laptop", "projector")) == Placing("laptop", "projector", "both")
    assert placing([LAPTOP, HALL, WALL], Wish("wall", "projector")) == Placing("wall", "projector", "both")


def test_notes_stay_on_the_laptop_when_another_projector_is_the_primary_screen() -> None:
    other = Seen("other projector", (1280, 0, 1920, 1080), primary=True)
    laptop = Seen("laptop", (0, 0, 1280, 800))
    assert placing([laptop, other], Wish("projector", "laptop")) == Placing(
        "other projector", "laptop", "both"
    )


def test_when_the_projector_goes_the_notes_stay_in_front() -> None:
    assert placing([LAPTOP], Wish("projector", "laptop"), BOTH) == Placing("laptop", "laptop", "desk")


def test_when_the_laptop_goes_dark_the_projector_keeps_the_picture_and_shows_no_notes() -> None:
    assert placing([HALL], Wish("projector", "laptop"), BOTH) == Placing("projector", "projector", "hall")


def test_what_is_called_to_the_front_stays_there_while_there_is_one_screen() -> None:
    called = Placing("laptop", "laptop", "hall")
    assert placing([LAPTOP], Wish("projector", "laptop"), called) == called


def test_the_hall_goes_back_to_its_screen_when_that_comes_back() -> None:
    alone = placing([LAPTOP], Wish("projector", "laptop"), BOTH)
    assert placing([HALL, LAPTOP], Wish("projector", "laptop"), alone) == BOTH


def test_a_third_screen_takes_the_hall_when_the_projector_goes() -> None:
    assert placing([LAPTOP, WALL], Wish("projector", "laptop"), BOTH) == Placing("wall", "laptop", "both")


def test_exchanging_moves_both_and_choosing_a_third_moves_the_hall_alone() -> None:
    assert exchanged(BOTH, "laptop") == Wish("laptop", "projector")
    assert exchanged(BOTH, "wall") == Wish("wall", "laptop")


def test_a_mirrored_projector_is_no_second_screen() -> None:
    mirror = Seen("projector", (0, 0, 1024, 768))
    assert distinct([mirror, LAPTOP]) == (LAPTOP,)
    assert distinct([HALL, LAPTOP, WALL]) == (HALL, LAPTOP, WALL)


def test_neighbours_that_overlap_by_rounding_are_two_screens() -> None:
    beside = Seen("projector", (1270, 0, 1920, 1080))
    assert distinct([LAPTOP, beside]) == (LAPTOP, beside)


@given(some_screens, some_wish)
def test_with_two_or_more_screens_no_notes_on_the_hall_screen(screens: list[Seen], wish: Wish) -> None:
    keys = {screen.key for screen in screens}
    found = placing(screens, wish)
    assert found is not None
    assert found.front == "both"
    assert len({found.hall, found.desk} & keys) == 2
    assert wish.hall not in keys or found.hall == wish.hall
    assert wish.desk not in keys or wish.desk == wish.hall or found.desk == wish.desk
