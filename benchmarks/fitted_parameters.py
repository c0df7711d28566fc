"""Which parameters the fit may move, from which value, and how far: the one list.

`prior` is the value of the sketch the project began with, found by hand from the literature, or an
assumption where the rate law is younger than the sketch (K_pdk, K_sin, K_as and the rates beside them).  The
fit is pulled there, weakly: `factor` is the move that the pull counts as one step.  It begins at `start`, the
values of a trial run, which spares it most of the way.
Bounds say what is still plausible for such a process.  Parameters of cell.toml that are not listed stay as
they are: measured ones, and assumptions that no data here could tell.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Fitted:
    """One entry of the parameter table that the fit writes."""

    name: str
    prior: float
    low: float
    high: float
    column: str = "fat"
    factor: float = 3.0
    start: float = 1.0
    """where the fit begins: from a trial run, two digits"""


# A protein's modification takes from seconds (the fastest in blots) to the better part of an hour.
RECEPTOR = (
    Fitted("k_on", 0.22, 0.05, 2.0, start=0.3),  # Sedaghat 2002: 0.06, Brannmark 2013: 0.63
    Fitted("k_bas", 6e-4, 6e-5, 6e-3, start=0.00026),  # below 1 % of receptors active at rest
    Fitted("k_int", 0.35, 0.05, 2.0, start=0.77),
    Fitted("k_dp", 4.2, 0.5, 30.0, start=8.5),
    Fitted("k_rec", 0.25, 0.02, 2.0, start=0.27),
)
CASCADE = (
    Fitted("k_y", 14.0, 2.0, 100.0, start=5.2),
    Fitted("k_dy", 4.0, 0.5, 20.0, start=0.74),
    Fitted("k_sm", 0.87, 0.05, 10.0, start=0.62),
    Fitted("k_sk", 2.0, 0.1, 20.0, start=4.8),
    Fitted("k_ds", 1.75, 0.1, 2.5, start=2.4),  # a serine site lasts: half-time over 0.25 min
    Fitted("k_pten", 2.0, 0.5, 8.0, start=3.2),  # PIP3 half-time 0.09 to 1.4 min
    Fitted("k_t", 0.6, 0.02, 10.0, start=10.0),
    Fitted("k_dt", 0.8, 0.1, 5.0, start=0.72),
    Fitted("k_s473", 1.4, 0.1, 20.0, start=3.0),
    Fitted("k_ds473", 0.27, 0.05, 3.0, start=0.13),
    Fitted("a_T308", 0.15, 0.05, 0.5, start=0.35),
    Fitted("k_a", 1.0, 0.3, 20.0, start=0.81),
    Fitted("K_as", 0.01, 0.0005, 1.0, start=0.026),
    Fitted("K_pdk", 0.3, 0.01, 3.0, start=0.43),
    Fitted("K_sin", 0.2, 0.01, 1.0, start=0.22),
    Fitted("k_da", 0.3, 0.1, 3.0, start=0.1),
    Fitted("k_gef", 0.35, 0.1, 5.0, start=0.1),
    Fitted("k_gap", 1.2, 0.2, 40.0, start=5.8),
    Fitted("k_hyd", 0.1, 0.02, 1.0, start=0.038),
    Fitted("k_m", 2.0, 0.1, 200.0, start=3.2),  # the sketch had 24, which saturates mTORC1 at 0.05 nM already
    Fitted("k_dm", 0.5, 0.05, 5.0, start=0.8),
    Fitted("k_6", 0.06, 0.01, 0.5, start=0.012),
)
# Steps of a vesicle seen under the microscope take seconds to minutes; release from the store up to hours.
TRAFFIC = (
    Fitted("k_rel0", 0.0215, 0.003, 1.0, start=0.0068),
    Fitted("k_rel1", 0.3, 0.05, 20.0, start=0.88),
    Fitted("k_ret0", 0.68, 0.1, 5.0, start=0.35),
    Fitted("f_ret", 0.9, 0.05, 0.98, start=0.88),
    Fitted("k_mt0", 1.3, 0.3, 5.0, start=1.9),
    Fitted("k_mtr", 0.3, 0.1, 3.0, start=0.12),
    Fitted("k_te0", 0.4, 0.1, 3.0, start=0.83),
    Fitted("f_te", 3.0, 0.3, 10.0, start=7.9),
    Fitted("k_ut0", 2.0, 0.3, 6.0, start=1.1),
    Fitted("f_ut", 0.9, 0.05, 0.98, start=0.96),
    Fitted("k_pr0", 0.18, 0.03, 2.0, start=0.14),
    Fitted("k_pr1", 0.33, 0.05, 5.0, start=0.61),
    Fitted("k_fu", 2.5, 0.5, 6.0, start=0.54),
    Fitted("pd0", 0.15, 0.02, 0.3, start=0.1),
    Fitted("pd1", 0.65, 0.3, 0.7, start=0.7),
    Fitted("k_dis0", 0.36, 0.05, 2.0, start=1.0),
    Fitted("k_tr", 0.6, 0.05, 3.0, start=0.5),
    Fitted("k_endo", 0.365, 0.08, 2.0, start=1.0),
    Fitted("k_ee", 0.86, 0.2, 3.0, start=2.1),
    Fitted("k_sort", 0.7, 0.1, 3.0, start=1.7),
    Fitted("K_q", 0.0115, 0.001, 0.2, start=0.0056),
    Fitted("V1", 1.9, 0.5, 4.0, start=2.1),
)
DIABETIC = (
    Fitted("k_s0", 2.0, 0.2, 10.0, "t2d_muscle", start=0.95),
    Fitted("k_s0", 2.0, 0.2, 10.0, "t2d_fat", start=0.81),
    Fitted("V1", 1.2, 0.3, 4.0, "t2d_fat", start=1.2),
)
MUSCLE = (
    Fitted("k_a", 1.0, 0.1, 20.0, "muscle", start=1.1),
    Fitted("K_as", 0.1, 0.001, 3.0, "muscle", start=1.0),
    Fitted("k_gap", 7.0, 0.5, 60.0, "muscle", start=6.2),
    Fitted("k_rel0", 0.010, 0.001, 0.5, "muscle", start=0.0085),
    Fitted("k_rel1", 1.8, 0.1, 20.0, "muscle", start=2.8),
    Fitted("k_pr0", 0.25, 0.03, 2.0, "muscle", start=0.053),
    Fitted("k_pr1", 1.15, 0.05, 5.0, "muscle", start=1.3),
    Fitted("k_dis0", 0.26, 0.05, 2.0, "muscle", start=0.21),
    Fitted("k_tr", 0.74, 0.05, 3.0, "muscle", start=0.99),
    Fitted("k_endo", 0.17, 0.05, 2.0, "muscle", start=0.12),
    Fitted("K_q", 0.16, 0.01, 3.0, "muscle", start=1.0),
    Fitted("V1", 0.24, 0.05, 2.0, "muscle", start=0.2),
    Fitted("k_pr1", 1.15, 0.05, 5.0, "t2d_muscle", start=0.23),
)
LIPIDS = (
    Fitted("k_sd", 1.7, 0.2, 20.0, start=2.0),
    Fitted("K_FFA", 0.30, 0.02, 1.5, start=0.1),
    Fitted("tau_dag", 300.0, 60.0, 900.0, start=600.0),
    Fitted("cer_akt", 0.5, 0.1, 2.0, start=0.5),
)
STAGES = ((*RECEPTOR, *CASCADE, *TRAFFIC, *DIABETIC), MUSCLE, LIPIDS)
"""first the fat cell and all signalling, healthy and diabetic; then what muscle has of its own; then fatty
acids, which touch nothing else"""
