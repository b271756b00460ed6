"""Write the list of everything the studio is made of: ``python scripts/parts_list.py > sbom.json``.

CycloneDX 1.6, from what is installed here: the studio and whatever it asks for, directly or not.
"""

import json
import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from packaging.requirements import Requirement

STUDIO = "toile-studio"


def parts(name: str = STUDIO) -> dict[str, Distribution]:
    """Return every distribution that ``name`` needs here, by its plain name."""
    found: dict[str, Distribution] = {}
    wanted = [(name, frozenset[str]())]
    seen = set(wanted)
    while wanted:
        one, extras = wanted.pop()
        try:
            found[_plain(one)] = held = distribution(one)
        except PackageNotFoundError:
            # Asked for under an extra or by a system that this is not.
            continue
        for line in held.requires or ():
            need = Requirement(line)
            if need.marker is None or any(
                need.marker.evaluate({"extra": extra}) for extra in extras | {""}
            ):
                following = (need.name, frozenset(need.extras))
                if following not in seen:
                    seen.add(following)
                    wanted.append(following)
    return found


def bill(found: dict[str, Distribution]) -> dict[str, Any]:
    """Return the list as CycloneDX."""
    studio = found.get(STUDIO)
    others = [_part(name, one) for name, one in sorted(found.items()) if name != STUDIO]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": STUDIO,
                "version": studio.version if studio else "",
            }
        },
        "components": others,
    }


def _part(name: str, one: Distribution) -> dict[str, Any]:
    # A local version such as +cpu says which build it is, and belongs to no public name.
    public = one.version.partition("+")[0]
    part: dict[str, Any] = {
        "type": "library",
        "name": name,
        "version": one.version,
        "purl": f"pkg:pypi/{name}@{public}",
    }
    if licence := _licence(one):
        part["licenses"] = [{"license": {"name": licence}}]
    return part


def _licence(one: Distribution) -> str:
    told = one.metadata.get_all
    (said, *_) = told("License-Expression") or told("License") or ("",)
    classed = [
        line.rpartition(" :: ")[2]
        for line in one.metadata.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    short = said.strip().splitlines()[0] if said.strip() else ""
    return short if 0 < len(short) < 80 else ", ".join(classed)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    json.dump(bill(parts()), sys.stdout, indent=1)
