"""CALENDAR: the body over days to years, as one declaration for men and one for women; 21 states, time in
days.

    drugs        depots and doses in force          composition  visceral, subcutaneous fat, lean mass, load
    gonads       LH, testosterone, estradiol        fasting      glucose in the morning, beta cells
    growth       growth hormone and IGF-1
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from hormoneviz.kinetics import composition, drugs, fasting, gonads, growth
from hormoneviz.kinetics.calendar_parameters import calendar_parameters
from hormoneviz.kinetics.network import Network

Sex = Literal["male", "female"]


@cache
def calendar(sex: Sex) -> Network:
    """The network of a man or a woman with the parameters of a lean, healthy young adult.

    Raises:
        NetworkError: the declaration contradicts itself.
    """
    blocks = (drugs, gonads, growth, composition, fasting)
    return Network(
        name=f"calendar, {sex}",
        species=tuple(species for block in blocks for species in block.SPECIES),
        inputs=drugs.INPUTS,
        parameters=calendar_parameters(sex),
        rules=(
            *drugs.RULES,
            *growth.RULES,
            *fasting.INSULIN,
            *gonads.rules(sex),
            *composition.rules(sex),
            *fasting.rules(sex),
        ),
        reactions=tuple(reaction for block in blocks for reaction in block.REACTIONS),
        conserved=(),
        discrete=(),
    )
