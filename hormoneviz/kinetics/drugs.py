"""CALENDAR, drugs: depots that empty over weeks, and what is taken daily as the mean over the day.

Units are days here, as in all of the calendar. A state in mg/d is a dose in force: it follows the dose taken
with the drug's half-life, so that at steady state it equals the dose.
"""

from __future__ import annotations

from hormoneviz.kinetics.declare import follows, reaction, rule, state
from hormoneviz.kinetics.network import Input

BLOCK = "drugs"

INPUTS = (
    Input("testosterone_pellet", "mg/d"),
    Input("estradiol_patch", "ug/d"),
    Input("estradiol_oral", "mg/d"),
    Input("progesterone_oral", "mg/d"),
    Input("medroxyprogesterone_taken", "mg/d"),
    Input("norethisterone_taken", "mg/d"),
    Input("anastrozole_taken", "mg/d"),
    Input("letrozole_taken", "mg/d"),
    Input("enclomiphene_taken", "mg/d"),
    Input("GnRH_agonist", "1"),
    Input("tesamorelin_taken", "mg/d"),
    Input("MK677_taken", "mg/d"),
    Input("GH_taken", "mg/d"),
    Input("acute_inflammation", "1"),
    Input("ovary_swing", "1"),
)
"""what therapies bring each day, and two things that come from outside: an acute inflammation (0 to 1) and
the swings of the ovary in perimenopause (0 on average)"""

SPECIES = (
    state("testosterone_ester", "mg", BLOCK),
    state("testosterone_freed", "mg", BLOCK),
    state("CJC1295", "mg", BLOCK),
    state("medroxyprogesterone", "mg/d", BLOCK),
    state("norethisterone", "mg/d", BLOCK),
    state("aromatase_inhibitor", "mg/d", BLOCK),
    state("enclomiphene", "mg/d", BLOCK),
    state("desensitised", "1", BLOCK),
)

RULES = (
    rule("testosterone_given", "k_free*testosterone_freed + testosterone_pellet", "mg/d"),
    rule("aromatase_blocked", "ai_most*saturation(aromatase_inhibitor, K_ai)", "1"),
    rule("receptor_blocked", "serm_most*saturation(enclomiphene, K_serm)", "1"),
    rule("progestin", "medroxyprogesterone/mpa_dose + norethisterone/neta_dose", "1"),
    rule("progestin_effect", "2*saturation(progestin, 1)", "1"),
    rule("estradiol_first_pass", "2*saturation(estradiol_oral, 1)", "1"),
)

REACTIONS = (
    reaction(
        "ester leaves the oil", "testosterone_ester -> testosterone_freed", "k_ester*testosterone_ester"
    ),
    reaction("testosterone is freed", "testosterone_freed ->", "k_free*testosterone_freed"),
    reaction("CJC-1295 is cleared", "CJC1295 ->", "k_cjc*CJC1295"),
    *follows("medroxyprogesterone", "medroxyprogesterone_taken", "k_mpa"),
    *follows("norethisterone", "norethisterone_taken", "k_neta"),
    *follows("aromatase_inhibitor", "anastrozole_taken + letrozole_potency*letrozole_taken", "k_ai"),
    *follows("enclomiphene", "enclomiphene_taken", "k_serm"),
    *follows("desensitised", "minimum(GnRH_agonist, 1)", "k_desensitise"),
)
