"""CALENDAR, gonads: hypothalamus and pituitary, testis or ovary, and what estradiol is made of.

Daily means. Estradiol (with a little testosterone) holds LH back; the acute answer of LH has a top, and a
pituitary reserve builds up over weeks, so that a week without steroids does less than a month with fewer
(Pitteloud 2008 against T'Sjoen 2005). Insulin resistance and inflammation hold back drive and Leydig cells:
with what androgen does for insulin, that closes the vicious circle.
"""

from __future__ import annotations

from hormoneviz.kinetics.declare import follows, reaction, rule, state
from hormoneviz.kinetics.network import Reaction, Rule

BLOCK = "gonads"

SPECIES = (
    state("LH", "IU/L", BLOCK, "LH_0"),
    state("pituitary", "1", BLOCK, "1"),
    state("testosterone", "nmol/L", BLOCK, "T_0"),
    state("estradiol", "pmol/L", BLOCK, "E_0"),
    state("progesterone", "nmol/L", BLOCK, "P_0"),
    state("androgen_effect", "1", BLOCK, "1"),
)

_CALL = (
    rule("estrogen_sensed", "estradiol/E_0*(1 - receptor_blocked)", "1"),
    rule("steroids", "w_estrogen*estrogen_sensed + (1 - w_estrogen)*testosterone/T_0", "1"),
    rule("feedback", "sensitivity*steroids", "1"),
    rule("LH_call", "call_most/(1 + (call_most - 1)*power(maximum(feedback, 0.001), n_feedback))", "1"),
    rule("inflamed", "positive(maximum(inflammation, acute_inflammation) - INF_0)", "1"),
    rule("resistant", "log(maximum(HOMA_IR, 0.3)/HOMA_0)", "1"),
    rule(
        "gonad_drive",
        "hypothalamus*(1 - GnRH_block*desensitised)*(1 - drive_inf*inflamed)"
        "*maximum(1 - drive_ir*resistant, 0.1)",
        "1",
    ),
    rule("reserve_goal", "power(maximum(LH_call*gonad_drive, 0.001), reserve_power)", "1"),
    rule("LH_share", "LH/LH_0", "1"),
    rule("LH_effect", "LH_share*(1 + K_ley)/(LH_share + K_ley)", "1"),
)
_MEN = (
    rule("leydig", "(1 - ley_inf*inflamed**2)*maximum(1 - ley_ir*resistant, 0.1)", "1"),
    rule("testosterone_made", "T_0*(adrenal + (1 - adrenal)*testis*LH_effect*leydig)", "nmol/L"),
    rule(
        "estradiol_made",
        "E_0*aromatase*testosterone/T_0*power(maximum(SAT/SAT_0, 0.1), 0.2)*(1 - aromatase_blocked)",
        "pmol/L",
    ),
    rule("androgen_goal", "androgen_hill/(T_0**2/(T_0**2 + K_androgen**2))", "1"),
)
_WOMEN = (
    rule("testosterone_made", "T_0*(adrenal + (1 - adrenal)*ovary_androgen*LH_effect)", "nmol/L"),
    rule("estradiol_made", "E_0*positive(ovary + ovary_swing)*(1 - aromatase_blocked)", "pmol/L"),
    rule("androgen_goal", "1", "1"),
)
_LEVELS = (
    rule("androgen_hill", "testosterone**2/(testosterone**2 + K_androgen**2)", "1"),
    rule("testosterone_goal", "testosterone_made + testosterone_given*nmol_mg/CL_T", "nmol/L"),
    rule(
        "estradiol_goal",
        "estradiol_made + (estradiol_patch + 1000*F_oral*estradiol_oral)*pmol_ug/CL_E",
        "pmol/L",
    ),
    rule("progesterone_goal", "P_0*luteal + progesterone_oral*nmol_mg_P/CL_P", "nmol/L"),
)

REACTIONS: tuple[Reaction, ...] = (
    reaction("LH is released", "-> LH", "k_LH*LH_0*LH_call*gonad_drive*pituitary"),
    reaction("LH is cleared", "LH ->", "k_LH*LH"),
    *follows("pituitary", "reserve_goal", "k_reserve"),
    *follows("testosterone", "testosterone_goal", "k_T"),
    *follows("estradiol", "estradiol_goal", "k_E"),
    *follows("progesterone", "progesterone_goal", "k_P"),
    *follows("androgen_effect", "androgen_goal", "k_androgen"),
)


def rules(sex: str) -> tuple[Rule, ...]:
    """The rules of one sex, in order."""
    hill, *levels = _LEVELS
    return (*_CALL, hill, *(_MEN if sex == "male" else _WOMEN), *levels)
