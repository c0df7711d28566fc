"""Every way of getting a scenario wrong gives one clear line: file, line, key, what was expected or meant."""

from pathlib import Path

import pytest

from hormoneviz.exchange.errors import BadInput
from hormoneviz.exchange.scenario_file import parse_scenario, read_scenario
from hormoneviz.exchange.settings import apply_settings
from hormoneviz.simulation.scenario import Scenario


def complaint(text: str) -> str:
    with pytest.raises(BadInput) as caught:
        parse_scenario(text, "my.toml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[inflammation]\nload = 3",
            "my.toml, line 2, [inflammation] load: expected a number from 0 to 1, got 3",
        ),
        (
            'name = "x"\nseed = -1',
            "my.toml, line 2, seed: expected a whole number from 0 to 9007199254740992, got -1",
        ),
        (
            "[person]\n\n# young\nage = 7",
            "my.toml, line 4, [person] age: expected a whole number from 18 to 100, got 7",
        ),
        (
            "inflammation.load = 1.1",
            "my.toml, line 1, [inflammation] load: expected a number from 0 to 1, got 1.1",
        ),
        (
            "[parameters]\nk_endo = -1",
            "my.toml, line 2, [parameters] k_endo: expected a number of at least 0 (1/min), got -1.0",
        ),
        ('duration = "2 wk"', 'my.toml, line 1, duration: expected at most 1 d, got "2 wk"'),
        ('duration = "0 s"', 'my.toml, line 1, duration: expected a time from "1 min" to "1 d", got "0 s"'),
        (
            '[protocol]\nkind = "bath"\nglucose = "3 mM"\ninsulin = "1e9 nM"',
            'my.toml, line 4, [protocol] insulin: expected at most 10000 nM, got "1e9 nM"',
        ),
    ],
)
def test_a_value_out_of_range_is_named_with_its_line(text: str, message: str) -> None:
    assert complaint(text) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[inflammation]\nlood = 0.5",
            'my.toml, line 2, [inflammation]: unknown key "lood"; did you mean "load"?',
        ),
        ('\ntisue = "fat"', 'my.toml, line 2: unknown key "tisue"; did you mean "tissue"?'),
        ("[hormone]", 'my.toml, line 1: unknown key "hormone"; did you mean "hormones"?'),
        (
            "[parameters]\nk_endu = 1",
            'my.toml, line 2, [parameters]: unknown parameter "k_endu"; did you mean "k_endo"?',
        ),
        (
            '[[event]]\nat = "1 min"\nset = { lod = 0.8 }',
            'my.toml, line 3, [[event]] number 1 set: an event cannot set "lod"; did you mean "load"?',
        ),
        ('xyzzy_42 = "?"', 'my.toml, line 1: unknown key "xyzzy_42"'),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_known_one(text: str, message: str) -> None:
    assert complaint(text) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'tissue = "musle"',
            'my.toml, line 1, tissue: expected one of "muscle", "fat", got "musle"; did you mean "muscle"?',
        ),
        ("name = 5", "my.toml, line 1, name: expected a text in quotes, got 5"),
        ("inflammation = 3", "my.toml, line 1, inflammation: expected a table, got 3"),
        ("event = 3", "my.toml, line 1, event: expected tables [[event]]"),
        ("format = 2", "my.toml, line 1, format: expected 1, got 2"),
        (
            "[inflammation]\nload = true",
            "my.toml, line 2, [inflammation] load: expected a number from 0 to 1, got true",
        ),
        ('[parameters]\nk_endo = "1"', 'my.toml, line 2, [parameters] k_endo: expected a number, got "1"'),
        ('[[event]]\nat = "1 min"', 'my.toml, line 1, [[event]] number 1: the key "set" is missing'),
        (
            '[[event]]\nat = "1 min"\nset = { load = "high" }',
            'my.toml, line 3, [[event]] number 1 set.load: expected a number from 0 to 1, got "high"',
        ),
        (
            '[[event]]\nat = "1 min"\nset = {}',
            "my.toml, line 3, [[event]] number 1 set: expected something to set, for example { load = 0.8 }",
        ),
        (
            '[[event]]\nat = "1 min"\nset = { insulin = 3 }',
            "my.toml, line 3, [[event]] number 1 set.insulin: "
            "expected a text with its unit in quotes, got 3.0",
        ),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_was_expected(text: str, message: str) -> None:
    assert complaint(text) == message


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999"])
@pytest.mark.parametrize(
    "text",
    [
        "[inflammation]\nload = {}",
        "[parameters]\nk_endo = {}",
        '[[event]]\nat = "1 min"\nset = {{ load = {} }}',
        '[[event]]\nat = "1 min"\nset = {{ k_endo = {} }}',
    ],
)
def test_no_number_that_is_not_finite_gets_in(text: str, number: str) -> None:
    assert "expected a number" in complaint(text.format(number))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('[hormones]\ntestosterone = "300 ng/dl"', 'line 2, [hormones] testosterone: .*did you mean "ng/dL"'),
        (
            '[hormones]\ntestosterone = "hihg"',
            'expected low, normal, high or testosterone such as .*did you mean "high"',
        ),
        ('[protocol]\nkind = "bath"\ninsulin = "100 nm"', 'line 3, [protocol] insulin: .*did you mean "nM"'),
        ('[protocol]\nkind = "meal"\nglucose = "75 mM"', "line 3, [protocol] glucose: expected mass such as"),
        ('duration = "90"', 'expected a time such as "30 min", got "90" without a unit'),
        ('[protocol]\nfatty_acids = "-1 mM"', "finite and not negative"),
    ],
)
def test_a_quantity_needs_the_right_unit(text: str, part: str) -> None:
    first, *rest = part.split(".*")
    said = complaint(text)
    assert first in said
    assert all(piece in said for piece in rest)


def test_a_key_of_another_protocol_is_refused() -> None:
    said = complaint('[protocol]\nkind = "meal"\nwashout_at = "3 min"')
    assert said.startswith('my.toml, line 3, [protocol] washout_at: does not belong to kind = "meal"')


@pytest.mark.parametrize(
    "text",
    [
        'duration = "30 min"\n[protocol]\nkind = "bath"\nwashout_at = "40 min"',
        'duration = "30 min"\n[[event]]\nat = "1 h"\nset = { load = 0.1 }',
    ],
)
def test_nothing_can_happen_after_the_end(text: str) -> None:
    assert "expected a time within the 30 min of the experiment" in complaint(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('kind = "ogt"', 'did you mean "ogtt"?'),
        ('kind = "ogtt"\nrat = "1 mU/kg/min"', 'unknown key "rat"; did you mean "rate"?'),
        ('kind = "clamp"\nrate = "1 mU"', 'rate: expected insulin rate such as "1 mU/kg/min"'),
        ('kind = "clamp"\nrate = "1 mU/kg/min"\ninsulin = "1 nM"', "takes insulin or a rate, not both"),
        ('kind = "clamp"\ngh = "10 ug/L"', 'gh: does not belong to kind = "clamp"'),
        ('kind = "endotoxin"\nuntil = "1 h"', 'until: does not belong to kind = "endotoxin"'),
        ('kind = "gh_infusion"\nuntil = "9 h"', "expected a time within the 180 min of the experiment"),
        ('kind = "clamp"\nglucose = "5 mg/dL"', "expected at least 1 mM (18 mg/dL)"),
        ('kind = "clamp"\nglucose = "75 g"', "glucose: expected glucose such as"),
    ],
)
def test_each_protocol_has_its_own_keys(text: str, part: str) -> None:
    assert part in complaint(f"[protocol]\n{text}")


def test_an_event_cannot_infuse_what_the_protocol_does_not_know() -> None:
    said = complaint('[protocol]\nkind = "bath"\n[[event]]\nat = "1 min"\nset = { rate = "1 mU/kg/min" }')
    assert 'kind = "bath" has no "rate" to set' in said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('agent = "testosteron cypionate"\ndose = "1 mg"', 'did you mean "testosterone cypionate"?'),
        ('agent = "anastrozole"\ndose = "1 kg"', "the unit must be one of mg, ug, g"),
        ('agent = "estradiol patch"\ndose = "50 ug"', "the unit must be one of mg/d, ug/d"),
        ('agent = "anastrozole"\ndose = "90 g"', "expected at most 10000 mg"),
        ('agent = "MK-677"\ndose = "25 mg"\nevery = "1 min"', 'expected a time from "12 h" to "520 wk"'),
        ('agent = "MK-677"\ndose = "25 mg"\nfrom_week = 4\nto_week = 4', "expected a week after from_week"),
        ('agent = "MK-677"\ndose = "25 mg"\nroute = "orall"', 'did you mean "oral"?'),
        ('agent = "MK-677"', 'the key "dose" is missing'),
    ],
)
def test_a_therapy_that_cannot_be_lived_is_refused(text: str, message: str) -> None:
    said = complaint(f"[[therapy]]\n{text}")
    assert said.startswith("my.toml, line ")
    assert "[[therapy]] number 1" in said
    assert message in said


@pytest.mark.parametrize(
    ("text", "line"), [('name = "x"\ntissue = "fat\n', 2), ("a = ", 1), ("[x\n", 1), ("a = 1\na = 2\n", 2)]
)
def test_broken_toml_is_reported_in_the_words_of_the_reader_with_its_line(text: str, line: int) -> None:
    assert complaint(text).startswith(f"my.toml, line {line}: this is not TOML: ")


def test_a_bottomless_list_is_refused() -> None:
    assert complaint("x = " + "[" * 5000) == "my.toml: this is not a scenario: it nests too deeply"


def test_a_file_that_cannot_be_read_is_bad_input(tmp_path: Path) -> None:
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "missing.toml", tmp_path, binary):
        with pytest.raises(BadInput, match=path.name):
            read_scenario(path)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("load=3", "--set load=3, [inflammation] load: expected a number from 0 to 1, got 3"),
        ("lood=3", '--set lood=3: nothing is called "lood"; did you mean "load"?'),
        (
            "k_endo=nan",
            "--set k_endo=nan, [parameters] k_endo: expected a number of at least 0 (1/min), got nan",
        ),
        ("k_endo=fast", '--set k_endo=fast, [parameters] k_endo: expected a number, got "fast"'),
        ("load", "--set load: expected NAME=VALUE, for example load=0.8"),
    ],
)
def test_a_bad_setting_is_named_as_it_was_typed(setting: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        apply_settings(Scenario(), ["k_pten=2", setting])
    assert str(caught.value) == message


def test_a_setting_leaves_the_events_of_a_scenario_alone() -> None:
    scenario = Scenario().with_event("5 min", {"load": 0.8})
    assert apply_settings(scenario, []) == scenario
    assert apply_settings(scenario, ["seed=4"]).event == scenario.event
