"""CALENDAR, fasting balance: insulin action, the morning's glucose and insulin, beta cells, a clamp.

The balance is that of the fast body (kinetics/body.py) with nothing eaten, in the same names and units: mg,
kg, pM, minutes; only its sum is turned into days. All of it but glucose is at rest within hours and therefore
a rule; tissue glucose is the root of a quadratic. s_per, s_hep, Fset, egp, bf and the state B are what the
calendar hands to that fast body.
"""

from __future__ import annotations

from hormoneviz.kinetics.declare import reaction, rule, state
from hormoneviz.kinetics.network import Rule

BLOCK = "glucose"

SPECIES = (
    state("fasting_glucose", "mg/dL", BLOCK, "Gb"),
    state("B", "1", BLOCK, "1"),
)

INSULIN = (
    rule("bf", "beta_function*(1 - mk_beta*secretagogue)", "1"),
    rule(
        "fasting_secretion",
        "B*bf*(0.25*n*Ib + positive(0.75*n*Ib - be*positive(Gb - fasting_glucose))"
        " + be*positive(fasting_glucose - Gb))",
        "pM/min",
    ),
    rule("insulin_pM", "fasting_secretion/n", "pM"),
    rule("fasting_insulin", "insulin_pM/6", "uU/mL"),
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
_AT_REST = (
    rule("Uid_b", "EGPb - Uii", "mg/kg/min"),
    rule("Gt_b", "(k1*Gb*VG - Uid_b)/k2", "mg/kg"),
    rule("Vm0", "Uid_b*(Km0 + Gt_b)/Gt_b", "mg/kg/min"),
    rule("kp1", "EGPb + kp2*Gb*VG + kp3*saturation(Ib, K_hep)", "mg/kg/min"),
    rule("Gp", "fasting_glucose*VG", "mg/kg"),
    rule("fasting_FFA", "F0*Fset*(1 + (Ib/I_ffa)**2)/(1 + (insulin_pM/I_ffa)**2)", "mM"),
    rule("L", "saturation(positive(fasting_FFA - F_lip), K_lip)", "1"),
    rule("s_now", "s_per*(1 - l_per*L**2)", "1"),
    rule("Vm", "Vm0*(0.4 + 0.6*s_now) + Vmx*s_now*saturation(positive(insulin_pM - Ib), K_X)", "mg/kg/min"),
    rule("half", "(k2*Km0 + Vm - k1*Gp)/2", "mg/kg/min"),
    rule("Gt", "((half**2 + k1*k2*Gp*Km0)**0.5 - half)/k2", "mg/kg"),
    rule("Uid", "Vm*saturation(Gt, Km0)", "mg/kg/min"),
    rule("EGP", "positive(egp*kp1 - kp2*Gp - kp3*saturation(s_hep*insulin_pM, K_hep))", "mg/kg/min"),
    rule("renal", "ke1*positive(Gp - ke2)", "mg/kg/min"),
)
_BETA = (
    rule("G_topp", "fasting_glucose*100/Gb", "mg/dL"),
    rule("beta_drive", "r1_topp*G_topp - r2_topp*G_topp**2 - d0_topp", "1/d"),
    rule("beta_growth", "B*positive(beta_drive)*positive(1 - B/beta_most)", "1/d"),
    rule("beta_loss", "B*(positive(-beta_drive) + k_wear*log(maximum(B, 0.01)))", "1/d"),
)
_CLAMP = (
    rule("G_clamp", "92*VG", "mg/kg"),
    rule("Vm_clamp", "Vm0*(0.4 + 0.6*s_per) + Vmx*s_per*saturation(I_clamp - Ib, K_X)", "mg/kg/min"),
    rule("half_clamp", "(k2*Km0 + Vm_clamp - k1*G_clamp)/2", "mg/kg/min"),
    rule("Gt_clamp", "((half_clamp**2 + k1*k2*G_clamp*Km0)**0.5 - half_clamp)/k2", "mg/kg"),
    rule("EGP_clamp", "positive(egp*kp1 - kp2*G_clamp - kp3*saturation(s_hep*I_clamp, K_hep))", "mg/kg/min"),
    rule("M_value", "positive(Uii + Vm_clamp*saturation(Gt_clamp, Km0) - EGP_clamp)", "mg/kg/min"),
)
"""the steady state that a clamp of 1 mU/kg/min reaches, where insulin is high and fatty acids are low"""

REACTIONS = (
    reaction("glucose comes", "-> fasting_glucose", "1440*EGP/VG"),
    reaction("glucose is spent", "fasting_glucose ->", "1440*(Uii + Uid + renal)/VG"),
    reaction("beta cells grow", "-> B", "beta_growth"),
    reaction("beta cells are lost", "B ->", "beta_loss"),
)


def rules(sex: str) -> tuple[Rule, ...]:
    """Everything after the body's composition, in order."""
    androgen = MEN if sex == "male" else WOMEN
    return (*_ACTION, *androgen, _ESTROGEN[sex], *_MULTIPLIERS, *_AT_REST, *_BETA, *_CLAMP)
