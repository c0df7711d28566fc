"""The traffic of GLUT4 vesicles: 10 compartments and 16 first-order events, the same for the curve and for
each vesicle.

The life of a vesicle, in order (numbers are events):

    GSVret  retained in the store      --0 release-->       <--1 recapture--
    GSVmob  mobile on microtubules     --2 run outwards-->  <--3 run inwards--
    Vper    under the membrane         --4 tether-->        <--5 untether--
    Vteth   tethered                   --6 dock and prime-->
    Vdock   docked, primed             --7 fuse, retaining--> PMclu    --8 fuse, dispersing--> PMdis
    PMclu   clustered in the membrane  --9 escape-->  <--10 capture--  PMdis  dispersed in the membrane
    PMclu                              --11 endocytosis--> CCV  coated  --12 uncoat--> EE  early endosome
    EE                                 --13 mature--> ERC  recycling endosome  --14 sort--> GSVret
    ERC                                --15 recycle directly--> PMdis

Insulin reaches it through two numbers: r (Rab-GTP) and q (the distal Akt signal). Endocytosis leaves only
from clusters (Stenkula 2010), so that insulin slows it without a term of its own.
"""

from __future__ import annotations

from hormoneviz.kinetics.formula import Formula
from hormoneviz.kinetics.network import Conserved, Reaction, Rule, Species

COMPARTMENTS = ("GSVret", "GSVmob", "Vper", "Vteth", "Vdock", "PMclu", "PMdis", "CCV", "EE", "ERC")

SPECIES = tuple(
    Species(name, "1", start="G4tot" if name == "GSVret" else "0", part_of="traffic") for name in COMPARTMENTS
)


def _event(name: str, source: str, target: str, rate: str) -> Reaction:
    return Reaction(name, (source,), (target,), Formula(f"({rate}) * {source}"))


REACTIONS = (
    _event("release", "GSVret", "GSVmob", "k_rel0 + k_rel1*r"),
    _event("recapture", "GSVmob", "GSVret", "k_ret0 * (1 - f_ret*q)"),
    _event("run outwards", "GSVmob", "Vper", "k_mt0 * (1 + f_mt*q)"),
    _event("run inwards", "Vper", "GSVmob", "k_mtr"),
    _event("tethering", "Vper", "Vteth", "k_te0 * (1 + f_te*q)"),
    _event("untethering", "Vteth", "Vper", "k_ut0 * (1 - f_ut*q)"),
    _event("docking", "Vteth", "Vdock", "k_pr0 + k_pr1*q"),
    _event("fusion, retaining", "Vdock", "PMclu", "k_fu * (1 - p_dis)"),
    _event("fusion, dispersing", "Vdock", "PMdis", "k_fu * p_dis"),
    _event("escape from cluster", "PMclu", "PMdis", "k_dis0 * (1 + f_dis*q)"),
    _event("capture by cluster", "PMdis", "PMclu", "k_tr"),
    _event("endocytosis", "PMclu", "CCV", "k_endo"),
    _event("uncoating", "CCV", "EE", "k_unc"),
    _event("maturing", "EE", "ERC", "k_ee"),
    _event("sorting", "ERC", "GSVret", "k_sort"),
    _event("direct recycling", "ERC", "PMdis", "k_rcy"),
)

RULES = (
    Rule("p_dis", Formula("pd0 + pd1*q"), "1"),
    Rule("k_rcy", Formula("k_rcy0 * (1 + f_rcy*q)"), "1/min"),
    Rule("GLUT4_surface", Formula("PMclu + PMdis"), "1"),
    Rule(
        "glucose_uptake",
        Formula("V4 * GLUT4_surface * saturation(glucose, Km4) + V1 * saturation(glucose, Km1)"),
        "a.u.",
    ),
    Rule("k_ex", Formula("(k_fu*Vdock + k_rcy*ERC) / (G4tot - GLUT4_surface)"), "1/min"),
    Rule("k_en", Formula("k_endo * PMclu / GLUT4_surface"), "1/min"),
)

CONSERVED = (Conserved("G4tot", COMPARTMENTS),)
