"""Explore: one person at a desk, everything within reach."""

from __future__ import annotations

from hormoneviz.modes.mode import Mode, Tab
from hormoneviz.views.body.strip import BodyStrip
from hormoneviz.views.calendar.panel import CalendarPanel
from hormoneviz.views.cells import Cells
from hormoneviz.views.claims.panel import ClaimsPanel
from hormoneviz.views.controls.bar import ControlsBar
from hormoneviz.views.dose.panel import DosePanel
from hormoneviz.views.inspector.panel import InspectorPanel
from hormoneviz.views.ledger.panel import LedgerPanel
from hormoneviz.views.pathway.panel import PathwayPanel
from hormoneviz.views.people.panel import PeoplePanel
from hormoneviz.views.plots.panel import PlotsPanel
from hormoneviz.views.transport import TransportBar

EXPLORE = Mode(
    title="Explore",
    main=Cells,
    under=(BodyStrip,),
    above=(Tab("tab_pathway", PathwayPanel),),
    tabs=(
        Tab("tab_minutes", PlotsPanel),
        Tab("tab_weeks", CalendarPanel),
        Tab("tab_why", LedgerPanel),
        Tab("tab_details", InspectorPanel),
        Tab("tab_dose", DosePanel),
        Tab("tab_people", PeoplePanel),
        Tab("tab_evidence", ClaimsPanel),
    ),
    shelf=(Tab("tab_switches", ControlsBar),),
    bottom=(TransportBar,),
    plays_at_start=True,
)
