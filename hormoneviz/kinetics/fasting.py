"""CALENDAR, fasting balance: insulin action, the morning's glucose and insulin, beta cells, a clamp.

The balance is that of the body of the hours (body.py) with nothing eaten and nothing given: its own rules
with its own parameters, in mg, kg, pM and minutes, and every state but glucose at rest. So both always agree
on the morning and on where a clamp ends. Only the sum is turned into days. Tissue glucose is the root of a
quadratic. s_per, s_hep, B, bf, first_phase, Fset and egp are what the calendar hands to that body.
"""

from __future__ import annotations

from functools import cache

from hormoneviz.kinetics import body
from hormoneviz.kinetics.declare import reaction, rule, state
from hormoneviz.kinetics.network import Parameter, Reaction, Rule
from hormoneviz.kinetics.parameters import body_parameters

BLOCK = "glucose"

SPECIES = (
    state("fasting_glucose", "mg/dL", BLOCK, "Gb"),
    state("B", "1", BLOCK, "1"),
)

_BODY = {rule.name: rule for rule in body.RULES}


def _of_body(*names: str, end: str = "", **at_rest: str) -> tuple[Rule, ...]:
    """Rules of the body with states and effects replaced by what they are at rest; `end` marks the names of
    a second set, which may read one another."""
    own = {name: name + end for name in names if end}
    found = (_BODY[name] for name in names)
    return tuple(Rule(r.name + end, r.formula.substituted(at_rest | own), r.unit) for r in found)


INSULIN = (
    rule("bf", "beta_function*(1 - mk_beta*secretagogue)", "1"),
    rule("first_phase", "beta_response", "1"),
    *_of_body("late_phase", "less", "basal_phase", G_sensed="fasting_glucose"),
    *_of_body("secretion", early_phase="0", incretin="1"),
    rule("plasma_insulin", "secretion/n", "pM"),
    rule("fasting_insulin", "plasma_insulin/6", "uU/mL"),
    rule("HOMA_IR", "fasting_glucose/18.016*fasting_insulin/22.5", "1"),
    rule("HOMA_0", "Gb/18.016*Ib/6/22.5", "1"),
)
"""what the gonads read, hence before them"""

_ACTION = (
    rule("s_inflammation", "(1 + w_inf*INF_0)/(1 + w_inf*inflammation)", "1"),
    rule("s_lean", "lean_mass/lean_0", "1"),
    rule("s_adipose", "power(maximum(VAT, 0.05), -0.075)", "1"),
    rule("s_GH", "1/(1 + gh_trough*GH_excess + gh_pulse*GH_by_GHRH/GH_0)", "1"),
    rule("s_progestin", "1 - w_progestin*minimum(belief, 1.5)*progestin_effect", "1"),
    rule("testosterone_rise", "log(maximum(testosterone/testosterone_own, 1))/log(2)", "1"),
)
MEN = (rule("s_androgen", "maximum(1 - belief*w_androgen*(1 - minimum(androgen_effect, 1.1)), 0.1)", "1"),)
WOMEN = (rule("s_androgen", "1 - belief*w_androgen*minimum(testosterone_rise, 1)", "1"),)
_ESTROGEN = {
    "male": rule("s_estrogen", "1", "1"),
    "female": rule("s_estrogen", "1 - w_estradiol*belief*estrogen_missing", "1"),
}
_MULTIPLIERS = (
    rule(
        "s_per",
        "insulin_action*s_androgen*s_estrogen*s_inflammation*s_lean*s_adipose*s_GH*s_progestin",
        "1",
    ),
    rule(
        "s_hep",
        "power(insulin_action, 0.7)*power(s_androgen, hep_androgen)*s_estrogen*power(s_inflammation, hep_inf)"
        "*s_adipose*s_GH*power(s_progestin, 2)*(1 + hep_oral*estradiol_first_pass)",
        "1",
    ),
    rule(
        "Fset",
        "power(maximum(SAT/(SAT_0*SAT_set), 0.1), 0.3)*(1 + ffa_inf*(inflammation - INF_0))"
        "*(1 + ffa_gh*GH_excess)",
        "1",
    ),
    rule("egp", "1 + egp_inf*positive(inflammation - INF_0) + mk_liver*secretagogue", "1"),
)
_GLUCOSE = (
    *_of_body("Uid_b", "Gt_b", "Vm0", "kp1"),
    rule("Gp", "fasting_glucose*VG", "mg/kg"),
    *_of_body("lipolysis", FFA_noticed="plasma_insulin"),
    rule("fasting_FFA", "F0*Fset*lipolysis", "mM"),
    *_of_body("FFA_drive", FFA="fasting_FFA"),
    *_of_body("left_by_lipids", L="FFA_drive"),
    *_of_body("s_now", dulled="left_by_lipids"),
    *_of_body("X_above", X="plasma_insulin"),
    *_of_body("Vm"),
)
_TISSUE = (
    rule("half", "(k2*Km0 + Vm - k1*Gp)/2", "mg/kg/min"),
    rule("Gt", "((half**2 + k1*k2*Gp*Km0)**0.5 - half)/k2", "mg/kg"),
)
"""where as much glucose comes from plasma as goes back and is taken: k1*Gp = k2*Gt + Vm*Gt/(Km0 + Gt)"""
_FLUXES = (
    *_of_body("rescue", plasma_glucose="fasting_glucose"),
    *_of_body("EGP", Id="plasma_insulin", s_liver="s_hep"),
    *_of_body("Uid", "renal"),
)
_BETA = (
    rule("G_topp", "fasting_glucose*100/Gb", "mg/dL"),
    rule("beta_drive", "r1_topp*G_topp - r2_topp*G_topp**2 - d0_topp", "1/d"),
    rule("beta_growth", "B*positive(beta_drive)*positive(1 - B/beta_most)", "1/d"),
    rule(
        "beta_loss",
        "B*(positive(-beta_drive)*positive(1 - beta_least/maximum(B, 0.01)) + k_wear*log(maximum(B, 0.01)))",
        "1/d",
    ),
)
_HELD = {"s_now": "s_per", "X_above": "(I_clamp - Ib)", "Gp": "Gp_clamp", "half": "half_clamp"}
"""a clamp at high insulin: fatty acids are so low that they no longer dull muscle"""
_CLAMP = (
    rule("Gp_clamp", "G_clamp*VG", "mg/kg"),
    *_of_body("Vm", end="_clamp", **_HELD),
    *(Rule(f"{r.name}_clamp", r.formula.substituted({**_HELD, "Vm": "Vm_clamp"}), r.unit) for r in _TISSUE),
    *_of_body("rescue", end="_clamp", plasma_glucose="G_clamp"),
    *_of_body("EGP", end="_clamp", Gp="Gp_clamp", Id="I_clamp", s_liver="s_hep", rescue="rescue_clamp"),
    *_of_body("Uid", end="_clamp", Vm="Vm_clamp", Gt="Gt_clamp"),
    *_of_body("renal", end="_clamp", Gp="Gp_clamp"),
    rule("M_value", "positive(Uii + Uid_clamp + renal_clamp - EGP_clamp)", "mg/kg/min"),
)
"""the steady state of glucose infused at I_clamp and G_clamp"""

REACTIONS: tuple[Reaction, ...] = (
    reaction("glucose comes", "-> fasting_glucose", "1440*EGP/VG"),
    reaction("glucose is spent", "fasting_glucose ->", "1440*(Uii + Uid + renal)/VG"),
    reaction("beta cells grow", "-> B", "beta_growth"),
    reaction("beta cells are lost", "B ->", "beta_loss"),
)


def rules(sex: str) -> tuple[Rule, ...]:
    """Everything after the body's composition, in order."""
    androgen = MEN if sex == "male" else WOMEN
    balance = (*_GLUCOSE, *_TISSUE, *_FLUXES, *_BETA, *_CLAMP)
    return (*_ACTION, *androgen, _ESTROGEN[sex], *_MULTIPLIERS, *balance)


@cache
def parameters() -> tuple[Parameter, ...]:
    """Those of the body that its balance reads, with the body's values."""
    own = (*INSULIN, *rules("male"))
    formulas = (*(r.formula for r in own), *(r.rate for r in REACTIONS))
    read = frozenset[str]().union(*(formula.names for formula in formulas))
    made = {r.name for r in own} | {s.name for s in SPECIES}
    return tuple(p for p in body_parameters() if p.name in read - made)
