"""SED-ML Level 1 Version 4 of a run: which simulation of the SBML file gives our curves."""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from hormoneviz.exchange.sbml import NAMESPACE as SBML
from hormoneviz.exchange.sbml_run import Run

NAMESPACE: Final = "http://sed-ml.org/sed-ml/level1/version4"
MATHML: Final = "http://www.w3.org/1998/Math/MathML"
LANGUAGE: Final = "urn:sedml:language:sbml.level-3.version-2"
LSODA: Final = "KISAO:0000088"
"""as ours, and as COPASI has it"""
RELATIVE, ABSOLUTE = ("KISAO:0000209", "1e-8"), ("KISAO:0000211", "1e-11")
"""tolerances, as terms of the Kinetic Simulation Algorithm Ontology"""
TIME: Final = "urn:sedml:symbol:time"


def sedml(run: Run, model: str) -> str:
    """One time course of the SBML file `model`, a point for each minute (or day), and a report of all
    species, inputs and rules."""
    root = Element("sedML", xmlns=NAMESPACE, level="1", version="4")
    root.set("xmlns:sbml", SBML)
    models = SubElement(root, "listOfModels")
    SubElement(models, "model", id="model", language=LANGUAGE, source=model)
    _simulation(SubElement(root, "listOfSimulations"), run)
    tasks = SubElement(root, "listOfTasks")
    SubElement(tasks, "task", id="task", modelReference="model", simulationReference="simulation")
    generators = SubElement(root, "listOfDataGenerators")
    outputs = SubElement(SubElement(root, "listOfOutputs"), "report", id="report", name=run.name)
    data = SubElement(outputs, "listOfDataSets")
    for name, target in _shown(run).items():
        _generator(generators, name, target)
        SubElement(data, "dataSet", id=f"data_{name}", label=name, dataReference=f"curve_{name}")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _shown(run: Run) -> dict[str, str]:
    """What is reported: XPath of each in the SBML file; none for time."""
    place = "/sbml:sbml/sbml:model/sbml:listOf{}/sbml:{}[@id='{}']"
    network = run.network
    species = {s.name: place.format("Species", "species", s.name) for s in network.species}
    others = [*(given.name for given in network.inputs), *(rule.name for rule in network.rules)]
    return {"time": "", **species, **{name: place.format("Parameters", "parameter", name) for name in others}}


def _simulation(inside: Element, run: Run) -> None:
    end = f"{run.until:g}"
    simulation = SubElement(inside, "uniformTimeCourse", id="simulation", initialTime="0")
    simulation.attrib |= {
        "outputStartTime": "0",
        "outputEndTime": end,
        "numberOfSteps": str(max(1, round(run.until))),
    }
    algorithm = SubElement(simulation, "algorithm", kisaoID=LSODA)
    parameters = SubElement(algorithm, "listOfAlgorithmParameters")
    for term, value in (RELATIVE, ABSOLUTE):
        SubElement(parameters, "algorithmParameter", kisaoID=term, value=value)


def _generator(inside: Element, name: str, target: str) -> None:
    generator = SubElement(inside, "dataGenerator", id=f"curve_{name}", name=name)
    variable = SubElement(
        SubElement(generator, "listOfVariables"), "variable", id=f"read_{name}", taskReference="task"
    )
    variable.attrib |= {"target": target} if target else {"symbol": TIME}
    SubElement(SubElement(generator, "math", xmlns=MATHML), "ci").text = f"read_{name}"
