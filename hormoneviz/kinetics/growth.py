"""CALENDAR, growth hormone: its mean over the day, who raised it, and IGF-1.

Who raised it matters: GHRH keeps the pulses and shrinks visceral fat, MK-677 raises the troughs and dulls the
beta cells, and of CJC-1295 nobody has measured what it does to fat or glucose, so it does nothing there.
"""

from __future__ import annotations

from hormoneviz.kinetics.declare import follows, rule, state

BLOCK = "growth"

SPECIES = (state("IGF1", "ug/L", BLOCK, "IGF_0"),)

RULES = (
    rule("GH_own", "GH_0*somatotropes", "ug/L"),
    rule("secretagogue", "2*saturation(MK677_taken, mk_dose)", "1"),
    rule("GHRH_analogue", "2*saturation(tesamorelin_taken, tesa_dose)", "1"),
    rule("GH_by_GHRH", "GH_own*tesa_gh*GHRH_analogue", "ug/L"),
    rule("GH_by_MK677", "GH_own*mk_gh*secretagogue", "ug/L"),
    rule("GH_by_CJC", "GH_own*cjc_gh*saturation(CJC1295, K_cjc)", "ug/L"),
    rule("GH_injected", "GH_taken*gh_per_mg", "ug/L"),
    rule("GH", "GH_own + GH_by_GHRH + GH_by_MK677 + GH_by_CJC + GH_injected", "ug/L"),
    rule("GH_unpulsed", "(GH_own - GH_0 + GH_by_MK677 + GH_injected)/GH_0", "1"),
    rule("GH_excess", "positive(GH_unpulsed)/(1 + 0.1*positive(GH_unpulsed))", "1"),
    rule("GH_on_fat", "(GH_own - GH_0 + GH_by_GHRH + GH_injected)/GH_0", "1"),
    rule("GH_on_muscle", "(GH - GH_by_CJC - GH_0)/GH_0", "1"),
    rule("IGF1_goal", "IGF_0*(1 + K_igf)*saturation(GH/GH_0, K_igf)", "ug/L"),
)

REACTIONS = (*follows("IGF1", "IGF1_goal", "k_IGF1"),)
