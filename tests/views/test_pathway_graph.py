"""The pathway's arrows come from the network, and its layout names nothing that the network does not know."""

from __future__ import annotations

import msgspec
import pytest

from hormoneviz.kinetics.insulin import NETWORK
from hormoneviz.look.theme import theme
from hormoneviz.look.words import words
from hormoneviz.views.pathway.graph import between, influences
from hormoneviz.views.pathway.layout import Edge, LayoutError, kinds, layout

KNOWN = influences(NETWORK)


def test_every_edge_of_the_layout_is_an_influence_of_the_network() -> None:
    shown = {pair for pairs in layout().kinds(NETWORK).values() for pair in pairs}
    assert shown == {edge.pair for edge in layout().edge}


@pytest.mark.parametrize(
    ("source", "target", "kind"),
    [
        ("insulin", "IRp", "activates"),
        ("IRS1_S", "IRS1_Y", "inhibits"),
        ("SOCS3", "IRS1_Y", "inhibits"),
        ("CER", "Akt_S473", "inhibits"),
        ("TNF", "JNK", "activates"),
        ("AS160_p", "Rab_GTP", "activates"),
        ("GSVret", "Vper", "becomes"),
        ("GLUT4_surface", "GSVret", "becomes"),
    ],
)
def test_the_network_says_how_things_act(source: str, target: str, kind: str) -> None:
    assert kinds()["tall"][source, target] == kind


def test_what_is_not_shown_is_bridged() -> None:
    assert between(KNOWN, frozenset({"insulin", "Rab_GTP"}))["insulin", "Rab_GTP"] == "activates"
    assert between(KNOWN, frozenset({"FFA", "Rab_GTP"}))["FFA", "Rab_GTP"] == "inhibits"


def test_what_acts_both_ways_at_once_gets_no_arrow() -> None:
    # On its shortest ways the distal Akt signal both empties the clusters and fills the rest of the membrane.
    assert ("insulin", "GLUT4_surface") not in between(KNOWN, frozenset({"insulin", "GLUT4_surface"}))


def test_a_parameter_is_no_influence() -> None:
    assert not {p.name for p in NETWORK.parameters} & {i.source for i in KNOWN}


def test_an_edge_against_the_network_is_refused() -> None:
    wrong = msgspec.structs.replace(layout(), edge=(Edge("glucose_uptake", "insulin"),))
    with pytest.raises(LayoutError, match="glucose_uptake -> insulin"):
        wrong.kinds(NETWORK)


def test_a_node_that_the_network_does_not_know_is_refused() -> None:
    nodes = {**layout().node, "Akt_T999": layout().node["PIP3"]}
    with pytest.raises(LayoutError, match="Akt_T999"):
        msgspec.structs.replace(layout(), node=nodes).kinds(NETWORK)


def test_every_node_has_words_and_a_colour() -> None:
    for name, node in layout().node.items():
        assert words().label(name)
        assert theme("light").colour(node.colour).isValid()


@pytest.mark.parametrize("name", layout().node)
def test_a_gauge_goes_from_empty_to_full(name: str) -> None:
    node = layout().node[name]
    assert node.share(0.0) == 0.0
    assert 0.0 < node.share(node.full / 2) < node.share(node.full) == 1.0 == node.share(9 * node.full)
