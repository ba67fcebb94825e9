"""Called by compare: Markdown tables of what akin words evaluate and akin evaluate printed into a folder."""
import json
import os
import sys

NAMES = {
    "skipgram": "skip-gram",
    "cbow": "CBOW",
    "skipgram-hs": "skip-gram, hierarchical softmax",
    "cbow-hs": "CBOW, hierarchical softmax",
    "structured": "structured skip-gram",
    "positional": "positional CBOW",
    "fasttext": "fastText, skip-gram",
    "fasttext-cbow": "fastText, CBOW",
    "pv-dbow": "PV-DBOW, words predicted",
    "pv-dm": "PV-DM, words that predict",
    "glove": "GloVe",
    "ppmi": "PPMI and SVD",
    "bits": "Bit Cipher, 100 bits, sums",
    "bits-concat": "Bit Cipher, 25 bits, concatenated",
    "x2static": "X2Static of minilm, 384 cells",
    "static": "minilm, each word alone",
}
folder = sys.argv[1]


def lines(name, kind):
    path = os.path.join(folder, f"{name}.{kind}.jsonl")
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.startswith("{")]


def figure(value):
    if value is None:
        return "–"
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"


def with_interval(value, low, high):
    return "–" if value is None else f"{figure(value)} [{figure(low)}, {figure(high)}]"


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


made = [name for name in NAMES if os.path.exists(os.path.join(folder, name + ".words.jsonl"))]
sets = {name: {line["name"]: line for line in lines(name, "words")} for name in made}
similarities = [line["name"] for line in lines(made[0], "words") if line["kind"] == "similarity"]
analogies = [line["name"] for line in lines(made[0], "words") if line["kind"] == "analogy"]
totals = [name for name in analogies if name.rsplit("/", 1)[1] in ("semantic", "syntactic", "total")]
sections = [name for name in analogies if name not in totals]


def short(name):
    return name.removeprefix("EN-").removeprefix("analogy-en/")


def cost(name):
    path = os.path.join(folder, name + ".time")
    user, system, _, _ = open(path, encoding="utf-8").read().split()[-4:]
    return f"{float(user) + float(system):,.0f}"


for part in (similarities[:4], similarities[4:8], similarities[8:]):
    rows = []
    for name in made:
        found = [sets[name][s] for s in part]
        rows.append([NAMES[name]] + [with_interval(f["spearman"], f["low"], f["high"]) for f in found])
    table(["Spearman's ρ"] + [short(s) for s in part], rows)
rows = []
for name in made:
    found = [sets[name][s] for s in totals]
    rows.append([NAMES[name]] + [with_interval(f["accuracy"], f["low"], f["high"]) for f in found] + [figure(found[-1]["mrr"]), cost(name)])
table(["analogies, accuracy"] + [short(s) for s in totals] + ["MRR", "CPU-seconds to learn"], rows)
rows = []
for name in made:
    rows.append([NAMES[name]] + [figure(sets[name][s]["accuracy"]) for s in sections])
table(["analogies, accuracy"] + [short(s) for s in sections], rows)
coverages = {}
for name in made:
    key = tuple((s, sets[name][s]["covered"], sets[name][s]["total"]) for s in similarities + totals)
    coverages.setdefault(key, []).append(name)
most = max(coverages.values(), key=len)
rows = []
for key, names in coverages.items():
    who = "; ".join(NAMES[name] for name in names) if names is not most else "all others" if len(coverages) > 1 else "all"
    rows.append([who] + [f"{covered:,}" for _, covered, _ in key])
rows.append(["of"] + [f"{total:,}" for _, _, total in next(iter(coverages))])
table(["pairs and questions covered"] + [short(s) for s in similarities + totals], rows)
rows = []
head = []
for name in made:
    if not os.path.exists(os.path.join(folder, name + ".sts.jsonl")):
        continue
    found = [line for line in lines(name, "sts") if "main_score" in line]
    head = list(dict.fromkeys(line["task"] for line in found))
    for start, how in (("words:", "mean"), ("sif(", "SIF"), ("usif(", "uSIF")):
        own = [line for line in found if line["system"].startswith(start)]
        if not own or len(own) < len(head):
            continue
        mean = sum(line["main_score"] for line in own) / len(own)
        rows.append([NAMES[name], how]
                    + [with_interval(line["main_score"], line["low"], line["high"]) for line in own] + [figure(mean)])
table(["sentences, Spearman's ρ", "of words"] + head + ["mean of sets"], rows)
