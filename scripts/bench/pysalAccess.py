"""Access by PySAL, on the numbers that the benchmark writes: python3 pysalAccess.py FOLDER

Reads demand.csv (id, people), supply.csv (id, weight), pairs.csv (origin, destination, minutes) and parameters.json
(kind: GAUSSIAN with sigma or STEP with bands; catchmentMinutes). Writes access.csv (id, access) and prints one line of JSON:
seconds of the computation itself and the version of the package. Needs: pip install access
"""

import json
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

warnings.filterwarnings("ignore")

import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
from access import Access, weights  # noqa: E402


def decay(parameters):
    if parameters["kind"] == "GAUSSIAN":
        return lambda minutes: np.exp(-(minutes**2) / (2 * parameters["sigma"] ** 2))
    return weights.step_fn({band["upTo"]: band["weight"] for band in parameters["bands"]})


def main(folder):
    parameters = json.loads((folder / "parameters.json").read_text())
    demand = pd.read_csv(folder / "demand.csv", dtype={"id": str}).set_index("id")
    supply = pd.read_csv(folder / "supply.csv", dtype={"id": str}).set_index("id")
    pairs = pd.read_csv(folder / "pairs.csv", dtype={"origin": str, "destination": str})
    access = Access(
        demand_df=demand,
        demand_value="people",
        supply_df=supply,
        supply_value="weight",
        cost_df=pairs,
        cost_origin="origin",
        cost_dest="destination",
        cost_name="minutes",
    )
    start = time.perf_counter()
    values = access.enhanced_two_stage_fca(
        name="access", max_cost=parameters["catchmentMinutes"], weight_fn=decay(parameters)
    )
    seconds = time.perf_counter() - start
    column = values.iloc[:, 0].fillna(0)
    column.rename("access").rename_axis("id").to_csv(folder / "access.csv")
    print(json.dumps({"seconds": seconds, "version": version("access")}))


main(Path(sys.argv[1]))
