"""What attack.py found, one line a network and set of conventions, against the bounds of docs/report.md."""

import json
import sys

BOUNDS = (("T1 integer bounds over all numbers: exact, %", lambda r: r["T1"]["exact"], 0.1),
          ("T1 width of 1 at the most, %", lambda r: r["T1"]["width_1"], 0.2),
          ("T2 figures not from printed counts", lambda r: r["T2"]["not_from_prints"], 0),
          ("T3 best guess right, % (one print cannot tell more)", lambda r: r["T3"]["right"], 20),
          ("T3 surest guess", lambda r: r["T3"]["surest"], 0.95),
          ("T4 mean of all breakdowns right, %", lambda r: r["T4"]["right"], 35),
          ("T5 equal counts printed unequally", lambda r: r["T5"]["unequal"] + r["T5"]["more_persons"], 0),
          ("T6 drawn anew", lambda r: r["T6"]["redrawn"], 0),
          ("T7 zeros listed", lambda r: r["T7"]["zeros_listed"], 0),
          ("T8 the whole known exactly: exact, %", lambda r: r["T8"]["exact"], 1),
          ("T9 fewest candidates (negative)", lambda r: -r["T9"]["fewest_candidates"], -5),
          ("T10 prints that another secret changes (negative)", lambda r: -r["T10"]["other_prints"], -1),
          ("T11 words for what is protected", lambda r: len([w for w in r["T11"]["words"] if w != "F"]), 1),
          ("attacker's own errors", lambda r: r["T1"]["wrong"] + r["T8"]["wrong"] + r["T8s"]["wrong"], 0))

lines = [line.split(" ", 2) for line in sys.stdin.read().splitlines()]
runs = [(int(scale), name, json.loads(found)) for scale, name, found in lines]
print("stays small set   T1 exact width<=1 T3 right surest T4 right T8 exact T6 changed by one")
for scale, name, r in runs:
    print(f"{r['stays']:5d} {r['small']:5d} {name:5s} {r['T1']['exact']:8.3f} {r['T1']['width_1']:8.3f} {r['T3']['right']:8.1f} {r['T3']['surest']:6.2f}"
          f" {r['T4']['right']:8.1f} {r['T8']['exact']:8.3f} {r['T6']['changed_by_one']:5d}")
failed = False
for name in sorted({name for _, name, _ in runs}):
    mine = [r for _, n, r in runs if n == name]
    weight = sum(r["small"] for r in mine)
    print(f"{name}: {weight} counts of 1 to 4")
    for title, value, bound in BOUNDS:
        if title.startswith(("T1 ", "T3 best", "T4 ", "T8 ")):  # shares: over all networks together
            weights = [r["T4"]["cells"] if title.startswith("T4") else r["small"] for r in mine]
            found = sum(value(r) * w for r, w in zip(mine, weights)) / max(sum(weights), 1)
        else:
            found = max(value(r) for r in mine)
        if title.startswith("T3 best") and name == "ckm":
            bound = 30
        held = found <= bound
        failed |= not held
        print(f"  {'holds ' if held else 'FAILS '} {title}: {found:.3f}, bound {bound}")
    known = sum(r["T8s"]["exact"] * r["small"] for r in mine) / max(weight, 1)
    print(f"  with the totals of all states known exactly: {known:.1f} % exact")
    changed = sum(r["T6"]["changed_by_one"] for r in mine)
    one_is_in = sum(r["T6"]["one_is_in"] for r in mine)
    print(f"  one more record changed {changed} of the {one_is_in} prints that it is in")
sys.exit(failed)
