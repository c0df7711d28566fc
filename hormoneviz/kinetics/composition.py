"""CALENDAR, body composition and inflammation: visceral and subcutaneous fat, lean mass, the load and what it
shows in blood.

VAT is a multiple of a lean adult's; SAT and lean mass are kg. Cytokines, CRP and adipokines are read-outs:
nothing acts through them but the load itself.
"""

from __future__ import annotations

from hormoneviz.kinetics.declare import follows, rule, state
from hormoneviz.kinetics.network import Rule

BLOCK = "composition"

SPECIES = (
    state("VAT", "1", BLOCK, "VAT_set"),
    state("SAT", "kg", BLOCK, "SAT_0*SAT_set"),
    state("lean_mass", "kg", BLOCK, "lean_0"),
    state("inflammation", "1", BLOCK, "INF_0"),
)

_SHARED = (
    rule("estrogen_effect", "saturation(estradiol, K_E)/(E_0/(E_0 + K_E))", "1"),
    rule("estrogen_missing", "positive(1 - estrogen_effect)", "1"),
    rule("GH_drive_fat", "GH_on_fat/(1 + 0.2*maximum(GH_on_fat, -GH_on_fat))", "1"),
    rule("GH_drive_lean", "GH_on_muscle/(1 + 0.2*maximum(GH_on_muscle, -GH_on_muscle))", "1"),
    rule("VAT_by_GH", "maximum(1 - vat_gh*GH_drive_fat, 0.3)", "1"),
)
_MEN = (
    rule(
        "VAT_goal",
        "VAT_set*VAT_by_GH"
        "*(1 + vat_androgen*belief*(1 - androgen_goal) + vat_estrogen*(1 - estrogen_effect))",
        "1",
    ),
    rule(
        "SAT_goal",
        "SAT_0*SAT_set*(1 + sat_androgen*(1 - androgen_goal) + sat_estrogen*(1 - estrogen_effect)"
        " + sat_mk*secretagogue)",
        "kg",
    ),
    rule("lean_by_androgen", "lean_androgen*log((positive(testosterone) + T_lean)/(T_0 + T_lean))", "1"),
)
_WOMEN = (
    rule(
        "VAT_goal",
        "VAT_set*(1 + vat_estrogen*estrogen_missing + vat_menopause*after_menopause)*VAT_by_GH",
        "1",
    ),
    rule("SAT_goal", "SAT_0*SAT_set*(1 + sat_estrogen*estrogen_missing + sat_mk*secretagogue)", "kg"),
    rule("lean_by_androgen", "lean_androgen*log((positive(testosterone) + T_lean)/(T_0 + T_lean))", "1"),
)
_LOAD = (
    rule("lean_goal", "lean_0*(1 + lean_by_androgen + lean_gh*GH_drive_lean)", "kg"),
    rule(
        "load_of_body",
        "INF_0 + inf_vat*(VAT - 1) + inf_sat*(SAT/(SAT_0*SAT_set) - 1)"
        " + inf_androgen*belief*positive(1 - androgen_effect)",
        "1",
    ),
    rule("inflammation_goal", "minimum(maximum(load, load_of_body), 1)", "1"),
    rule("load_now", "maximum(inflammation, acute_inflammation)", "1"),
)
_CYTOKINE = (
    "{0}_05*exp(log({0}_25/{0}_05)*minimum(positive(load_now - 0.05), 0.2)/0.2"
    " + log({0}_50/{0}_25)*minimum(positive(load_now - 0.25), 0.25)/0.25"
    " + log({0}_75/{0}_50)*minimum(positive(load_now - 0.5), 0.25)/0.25"
    " + log({0}_100/{0}_75)*minimum(positive(load_now - 0.75), 0.25)/0.25)"
)
READ_OUTS = (
    rule("TNF", _CYTOKINE.format("tnf"), "pg/mL"),
    rule("IL6", _CYTOKINE.format("il6"), "pg/mL"),
    rule("CRP", "crp_0*exp(crp_load*(inflammation - INF_0))*(1 + crp_oral*estradiol_first_pass)", "mg/L"),
    rule("resistin", "resistin_0 + resistin_load*positive(inflammation - INF_0)", "ng/mL"),
    rule(
        "adiponectin",
        "adipo_0*power(maximum(VAT, 0.05), -0.5)*power(maximum(testosterone, 0.3)/T_0, adipo_androgen)",
        "ug/mL",
    ),
    rule("leptin", "leptin_0*power(maximum(SAT/SAT_0, 0.1), 2)", "ng/mL"),
)

REACTIONS = (
    *follows("VAT", "VAT_goal", "k_VAT"),
    *follows("SAT", "SAT_goal", "k_SAT"),
    *follows("lean_mass", "maximum(lean_goal, 0.3*lean_0)", "k_lean"),
    *follows("inflammation", "inflammation_goal", "k_INF"),
)


def rules(sex: str) -> tuple[Rule, ...]:
    """The rules of one sex, in order."""
    return (*_SHARED, *(_MEN if sex == "male" else _WOMEN), *_LOAD, *READ_OUTS)
