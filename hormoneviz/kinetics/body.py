"""The body around the cell, over minutes: gut, glucose, insulin, fatty acids, growth hormone; 16 states.

A reduced Dalla Man 2007 (docs/model.md, "The body"): per kg of body weight, mg, pmol/L, minutes. The rules
`insulin` (nM), `glucose` (mM) and `FFA` (mM) are what the cell asks for; `merged` puts the two together.

    gut       what is eaten leaves the stomach slowly and is absorbed from the gut quickly
    glucose   plasma Gp and tissue Gt; the liver adds EGP, brain Uii and muscle Uid take, the kidney spills
              (when glucose falls below rest, glucagon raises EGP)
    insulin   the beta cell answers the level it has sensed and the rise (early phase), more with food in the
              gut; X is what muscle has noticed of plasma insulin, Id what the liver has
    GH        acts late, through a chain: first the liver, then muscle, then fat
    lipids    fatty acids dull muscle only hours later, through two stages
    sepsis    TNF above its resting level inflames muscle for hours

What the slow calendar hands over are parameters with the value 1 in health: s_per, s_hep (insulin action on
muscle and liver), B, bf, first_phase (amount and function of beta cells, their answer to a rise), Fset, egp
(set points of fatty acids, liver). Its own balance is this body at rest, by these very rules (fasting.py).
"""

from __future__ import annotations

from functools import cache

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Input, Network, Reaction, Rule, Species
from hormoneviz.kinetics.parameters import body_parameters

INPUTS = (
    Input("eaten", "mg/min"),
    Input("glucose_target", "mg/dL"),
    Input("insulin_target", "pM"),
    Input("FFA_target", "mM"),
    Input("insulin_infusion", "pmol/kg/min"),
    Input("GH_infusion", "ug/L/min"),
    Input("TNF", "pg/mL"),
)
"""what a protocol gives; a target of 0 leaves that quantity to the body"""


def _state(name: str, unit: str, start: str = "0") -> Species:
    return Species(name, unit, start, part_of="body")


SPECIES = (
    _state("stomach", "mg"),
    _state("gut", "mg"),
    _state("Gp", "mg/kg", "Gb*VG"),
    _state("Gt", "mg/kg", "(k1*Gb*VG - EGPb + Uii)/k2"),
    _state("plasma_insulin", "pM", "Ib"),
    _state("X", "pM", "Ib"),
    _state("Id1", "pM", "Ib"),
    _state("Id", "pM", "Ib"),
    _state("G_sensed", "mg/dL", "Gb"),
    _state("L1", "1"),
    _state("L", "1"),
    _state("GH", "ug/L", "GH_b"),
    _state("GH1", "ug/L"),
    _state("GH2", "ug/L"),
    _state("GHx", "ug/L"),
    _state("sepsis", "1"),
)


def _rule(name: str, formula: str, unit: str) -> Rule:
    return Rule(name, Formula(formula), unit)


# The balance at Gb, Ib fixes what would otherwise be two more free parameters.
_BALANCE = (
    _rule("Uid_b", "EGPb - Uii", "mg/kg/min"),
    _rule("Gt_b", "(k1*Gb*VG - Uid_b)/k2", "mg/kg"),
    _rule("Vm0", "Uid_b*(Km0 + Gt_b)/Gt_b", "mg/kg/min"),
    _rule("kp1", "EGPb + kp2*Gb*VG + kp3*saturation(Ib, K_hep)", "mg/kg/min"),
)
_READ_OUTS = (
    _rule("plasma_glucose", "Gp/VG", "mg/dL"),
    _rule("glucose", "plasma_glucose/18.016", "mM"),
    _rule("insulin", "interstitial*plasma_insulin/1000", "nM"),
    _rule("FFA_noticed", "0.5*(plasma_insulin + Id)", "pM"),
    _rule("lipolysis", "(1 + (Ib/I_ffa)**2)/(1 + (FFA_noticed/I_ffa)**2)", "1"),
    _rule("GH_fat", "saturation(GHx**2, K_ghf**2)", "1"),
    _rule("FFA_free", "F0*Fset*lipolysis*(1 + gh_fat*GH_fat)", "mM"),
    _rule("FFA", "FFA_free + step(FFA_target)*(FFA_target - FFA_free)", "mM"),
)
_EFFECTS = (
    _rule("GH_muscle", "saturation(GHx**2, K_GH**2)", "1"),
    _rule("left_by_lipids", "1 - l_per*saturation(L**2, K_L**2)", "1"),
    _rule("dulled", "left_by_lipids*(1 - gh_per*GH_muscle)/(1 + w_sepsis*sepsis)", "1"),
    _rule("s_now", "s_per*dulled", "1"),
    _rule("s_liver", "s_hep*(1 - gh_hep*saturation(GH2**2, K_GH**2))", "1"),
    _rule("PI3K_gain", "1 - gh_pi3k*GH_muscle", "1"),
    _rule("kinase_gain", "1 + sepsis_ser*sepsis", "1"),
)
_FLUXES = (
    _rule("Ra", "f*kab*gut/BW", "mg/kg/min"),
    _rule("rescue", "k_cr*positive(Gb - plasma_glucose)", "mg/kg/min"),
    _rule("EGP", "positive(egp*kp1 + rescue - kp2*Gp - kp3*saturation(s_liver*Id, K_hep))", "mg/kg/min"),
    _rule("X_above", "positive(X - Ib)", "pM"),
    _rule("Vm", "Vm0*(0.4 + 0.6*s_now) + Vmx*s_now*saturation(X_above, K_X)", "mg/kg/min"),
    _rule("Uid", "Vm*saturation(Gt, Km0)", "mg/kg/min"),
    _rule("renal", "ke1*positive(Gp - ke2)", "mg/kg/min"),
    _rule("balance", "EGP + Ra + k2*Gt - k1*Gp - Uii - renal", "mg/kg/min"),
    _rule("correction", "k_hold*(glucose_target*VG - Gp)", "mg/kg/min"),
    _rule("GIR", "step(glucose_target)*positive(correction - balance)", "mg/kg/min"),
    _rule("disposal", "Uii + Uid", "mg/kg/min"),
    _rule("M_value", "step(glucose_target)*positive(GIR - correction)", "mg/kg/min"),
    _rule("late_phase", "be*positive(G_sensed - Gb)", "pM/min"),
    _rule("early_phase", "Kd*positive(balance + GIR)/VG", "pM/min"),
    _rule("incretin", "1 + inc*saturation(Ra, K_inc)", "1"),
    _rule("less", "positive(0.75*n*Ib - be*positive(Gb - G_sensed))", "pM/min"),
    _rule("basal_phase", "0.25*n*Ib + less", "pM/min"),
    _rule("secretion", "B*bf*(basal_phase + (late_phase + first_phase*early_phase)*incretin)", "pM/min"),
    _rule("free", "1 - step(insulin_target)", "1"),
    _rule("FFA_drive", "saturation(positive(FFA - F_lip), K_lip)", "1"),
    _rule("TNF_drive", "saturation(positive(TNF - TNF_b), K_sepsis)", "1"),
)
RULES = (*_BALANCE, *_READ_OUTS, *_EFFECTS, *_FLUXES)


def _reaction(name: str, arrow: str, rate: str) -> Reaction:
    consumes, produces = (tuple(side.split()) for side in arrow.split("->"))
    return Reaction(name, consumes, produces, Formula(rate))


def _follows(name: str, drive: str, rate: str) -> tuple[Reaction, Reaction]:
    """A state that follows its drive at a rate (1/min)."""
    return (
        _reaction(f"{name} rises", f"-> {name}", f"{rate}*({drive})"),
        _reaction(f"{name} falls", f"{name} ->", f"{rate}*{name}"),
    )


REACTIONS = (
    _reaction("eating", "-> stomach", "eaten"),
    _reaction("stomach empties", "stomach -> gut", "k_st*stomach"),
    _reaction("gut absorbs", "gut ->", "kab*gut"),
    _reaction("glucose comes", "-> Gp", "EGP + Ra + GIR"),
    _reaction("glucose is spent", "Gp ->", "Uii + renal"),
    _reaction("glucose to tissue", "Gp -> Gt", "k1*Gp"),
    _reaction("glucose from tissue", "Gt -> Gp", "k2*Gt"),
    _reaction("tissue takes glucose", "Gt ->", "Uid"),
    _reaction("insulin secreted", "-> plasma_insulin", "free*(secretion + insulin_infusion/V_ins)"),
    _reaction("insulin cleared", "plasma_insulin ->", "free*n*plasma_insulin"),
    _reaction("insulin topped up", "-> plasma_insulin", "(1 - free)*k_hold*insulin_target"),
    _reaction("insulin held down", "plasma_insulin ->", "(1 - free)*k_hold*plasma_insulin"),
    *_follows("X", "plasma_insulin", "p2U"),
    *_follows("Id1", "plasma_insulin", "ki"),
    *_follows("Id", "Id1", "ki"),
    *_follows("G_sensed", "plasma_glucose", "al"),
    *_follows("L1", "FFA_drive", "k_lip"),
    *_follows("L", "L1", "k_lip"),
    _reaction("GH supply", "-> GH", "k_gh*GH_b + GH_infusion"),
    _reaction("GH cleared", "GH ->", "k_gh*GH"),
    *_follows("GH1", "positive(GH - GH_b)", "k_ghx"),
    *_follows("GH2", "GH1", "k_ghx"),
    *_follows("GHx", "GH2", "k_ghx"),
    _reaction("sepsis sets in", "-> sepsis", "k_sepsis*TNF_drive*(1 - sepsis)"),
    _reaction("sepsis fades", "sepsis ->", "k_fade*sepsis"),
)

GAINS = {"k_p3": "PI3K_gain", "k_ser": "kinase_gain"}
"""parameters of the cell that the body scales from minute to minute, and by which of its rules: growth
hormone on PI3K, acute inflammation on the serine kinases"""


@cache
def body() -> Network:
    """The body by itself; TNF and what a protocol gives are its inputs.

    Raises:
        NetworkError: the declaration contradicts itself.
    """
    return Network("body", SPECIES, INPUTS, body_parameters(), RULES, REACTIONS, conserved=(), discrete=())
