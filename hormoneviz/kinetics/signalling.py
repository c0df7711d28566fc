"""The cascade from insulin to Rab-GTP and the distal Akt signal: 17 states, in pathway order.

States are shares of what a healthy cell of that kind has (0 to 1, or to the total where that is scaled);
minutes; insulin in nM. Structure: science of cell models by Brannmark 2013 and Sedaghat 2002, reduced; see
docs/model.md.

    receptor      insulin binds and the receptor phosphorylates itself, goes inside, rests, returns
    IRS-1         tyrosine sites pass the signal on; serine sites (mTORC1, S6K, JNK, lipids) take it away
    PIP3, Akt     PI3K makes PIP3; T308 needs it twice, for Akt and for PDK1 (Currie 1999); S473 needs it and
                  the mTORC2 that Akt with T308 has woken through SIN1 (Yang 2015)
    AS160, Rab    Akt switches the brake AS160 off, at a rate that has a top, so Rab stays loaded with GTP
    mTORC1, S6K   Akt's other arm, which returns as serine phosphorylation of IRS-1
    inflammation  TNF-alpha -> JNK, IL-6 -> SOCS3, fatty acids -> DAG -> ceramide; DAG builds up over hours
                  and acts by its sixth power: nothing is seen of fatty acids for three hours (Boden 1998)
"""

from __future__ import annotations

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Conserved, Input, Reaction, Rule, Species

INPUTS = (
    Input("insulin", "nM"),
    Input("glucose", "mM"),
    Input("TNF", "pg/mL"),
    Input("IL6", "pg/mL"),
    Input("FFA", "mM"),
)

SPECIES = (
    Species("IR", "1", start="IRtot", part_of="signalling"),
    *(
        Species(name, "1", part_of="signalling")
        for name in (
            *("IRp_pm", "IRp_in", "IR_in", "IRS1_Y", "IRS1_S", "PIP3", "Akt_T308", "Akt_S473"),
            *("AS160_p", "Rab_GTP", "mTORC1", "S6K"),
        )
    ),
    *(Species(name, "1", part_of="inflammation") for name in ("JNK", "SOCS3", "DAG", "CER")),
)


def _rule(name: str, formula: str, unit: str = "1") -> Rule:
    return Rule(name, Formula(formula), unit)


RULES = (
    _rule("IRp", "IRp_pm + IRp_in"),
    _rule("IRS1_free", "IRS1tot - IRS1_Y - IRS1_S"),
    _rule("k_tyr", "k_y * IRp / (1 + SOCS3/K_soc)", "1/min"),
    _rule(
        "k_serine",
        "k_ser * (k_s0 + k_sm*mTORC1 + k_sk*S6K) + k_sj*JNK + k_sd*saturation(DAG**6, K_dag**6)",
        "1/min",
    ),
    _rule("Akt_act", "Akt_T308 * (a_T308 + (1 - a_T308)*Akt_S473)"),
    _rule("k_akt_off", "1 + cer_akt*CER"),
    _rule("r", "rab_scale * Rab_GTP"),
    _rule("q", "saturation(Akt_act, K_q)"),
)


def _reaction(name: str, arrow: str, rate: str) -> Reaction:
    consumes, produces = (tuple(side.split()) for side in arrow.split("->"))
    return Reaction(name, consumes, produces, Formula(rate))


def _switch(name: str, site: str, on: str, off: str) -> tuple[Reaction, Reaction]:
    """A site that is switched on from its off share (1 - site) at rate `on`, and off again at rate `off`."""
    return (
        _reaction(f"{name} on", f"-> {site}", f"({on}) * (1 - {site})"),
        _reaction(f"{name} off", f"{site} ->", f"({off}) * {site}"),
    )


def _follows(site: str, drive: str, lag: str) -> tuple[Reaction, Reaction]:
    """A site that follows its drive with a time constant."""
    return (
        _reaction(f"{site} rises", f"-> {site}", f"{drive} / {lag}"),
        _reaction(f"{site} falls", f"{site} ->", f"{site} / {lag}"),
    )


REACTIONS = (
    _reaction("insulin binds", "IR -> IRp_pm", "(k_on*insulin + k_bas) * IR"),
    _reaction("insulin leaves", "IRp_pm -> IR", "k_off * IRp_pm"),
    _reaction("receptor goes in", "IRp_pm -> IRp_in", "k_int * IRp_pm"),
    _reaction("receptor rests", "IRp_in -> IR_in", "k_dp * IRp_in"),
    _reaction("receptor returns", "IR_in -> IR", "k_rec * IR_in"),
    _reaction("IRS-1 pY on", "-> IRS1_Y", "k_tyr * IRS1_free"),
    _reaction("IRS-1 pY off", "IRS1_Y ->", "k_dy * IRS1_Y"),
    _reaction("IRS-1 pS on", "-> IRS1_S", "k_serine * IRS1_free"),
    _reaction("IRS-1 pY to pS", "IRS1_Y -> IRS1_S", "k_serine * IRS1_Y"),
    _reaction("IRS-1 pS off", "IRS1_S ->", "k_ds * IRS1_S"),
    _reaction("PIP3 made", "-> PIP3", "k_p3 * IRS1_Y"),
    _reaction("PIP3 removed", "PIP3 ->", "k_pten * PIP3"),
    *_switch("Akt T308", "Akt_T308", "k_t * PIP3 * saturation(PIP3, K_pdk)", "k_dt * k_akt_off"),
    *_switch("Akt S473", "Akt_S473", "k_s473 * PIP3 * saturation(Akt_T308, K_sin)", "k_ds473 * k_akt_off"),
    *_switch("AS160", "AS160_p", "k_a * saturation(Akt_act, K_as)", "k_da"),
    *_switch("Rab", "Rab_GTP", "k_gef", "k_hyd + k_gap*(1 - AS160_p)"),
    *_switch("mTORC1", "mTORC1", "k_m * Akt_act", "k_dm"),
    *_switch("S6K", "S6K", "k_6 * mTORC1", "k_d6"),
    *_follows("JNK", "saturation(positive(TNF - TNF0), K_TNF)", "tau_jnk"),
    *_follows("SOCS3", "saturation(positive(IL6 - IL60), K_IL6)", "tau_soc"),
    *_follows("DAG", "saturation(positive(FFA - FFA0), K_FFA)", "tau_dag"),
    *_follows("CER", "DAG", "tau_cer"),
)

CONSERVED = (
    Conserved("IRtot", ("IR", "IRp_pm", "IRp_in", "IR_in")),
    Conserved("IRS1tot", ("IRS1_Y", "IRS1_S"), exact=False),
)
