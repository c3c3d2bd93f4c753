"""summary.py RESULTS FAILURE: adds up the results of all test assemblies; prints `N passed, N failed[, N skipped]` as its last line.

RESULTS holds one directory an assembly, with its trx file. An assembly without one, or one whose run was broken off, has
crashed and counts as a failed test. Exits with 1 when something failed, when FAILURE is not 0, or when no test ran.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as xml

NAMESPACE = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"


def test_assemblies():
    """The test projects of the repository, by their file names, which name their assemblies too."""
    for project in sorted(pathlib.Path("tests").glob("*/*.csproj")):
        if re.search(r"<IsTestProject>\s*true", project.read_text()):
            yield project.stem


def read(result):
    """The counts of one assembly as (passed, failed, skipped)."""
    try:
        summary = xml.parse(result).getroot().find(NAMESPACE + "ResultSummary")
    except (OSError, xml.ParseError):
        print(f"error: {result} is missing or broken: the tests of this assembly did not run to their end")
        return 0, 1, 0
    counters = summary.find(NAMESPACE + "Counters")
    count = lambda name: int(counters.get(name, 0))
    passed, skipped = count("passed"), count("total") - count("executed")
    failed = count("executed") - passed
    if summary.get("outcome") != "Completed" and failed == 0:
        print(f"error: {result}: the run was broken off ({summary.get('outcome')})")
        failed = 1
    return passed, failed, skipped


def main(results, failure):
    print()
    rows = []
    for assembly in test_assemblies():
        row = read(pathlib.Path(results) / assembly / f"{assembly}.trx")
        print("{:40} {:5} passed {:5} failed {:5} skipped".format(assembly, *row))
        rows.append(row)
    passed, failed, skipped = (sum(column) for column in zip(*rows)) if rows else (0, 0, 0)
    if passed + failed == 0:
        print("error: no test ran")
    elif failure and failed == 0:
        print("error: a check failed, though no test did; see above")
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failure or failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
