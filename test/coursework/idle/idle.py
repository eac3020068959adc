"""Answers every question without a look at it, in the way that its argument names. For tests only."""

import json
import sys

GIVEN = ("msg", "ct", "secret", "premasterSecret", "masterSecret", "leaf")

for line in sys.stdin:
    request = json.loads(line)
    if sys.argv[1] == "silent":
        continue
    given = next((request[name] for name in GIVEN if name in request), "")
    answer = {
        "refuses": {"error": "no"},
        "empty": {"output": ""},
        "echo": {"output": given},
        "zeros": {"output": "0" * len(given)},
        "true": {"output": True},
        "false": {"output": False},
    }[sys.argv[1]]
    print(json.dumps({"id": request["id"], **answer}), flush=True)
