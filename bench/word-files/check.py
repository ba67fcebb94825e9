"""Called by check: akin's command against fasttext and gensim, on the models named."""
import json
import os
import subprocess
import sys
import warnings

import fasttext
import numpy
from gensim.models import KeyedVectors
from gensim.models.fasttext import load_facebook_model

warnings.filterwarnings("ignore")
fasttext.FastText.eprint = lambda *_: None
akin, models = sys.argv[1], sys.argv[2:]
failed = False
# Seen and unseen words of several scripts, letters of one to four bytes, brackets, the end of a line.
PROBES = [
    "the", "and", "kingdoms", "kingdomly", "unfathomably", "naïveté", "Straßenbahnhaltestelle", "птицами",
    "магнитность", "पक्षियों", "चुंबकीय", "地磁导航", "航", "e\u0301tude", "🙂🙂x", "q", "<", ">", "<the>", "</s>",
]


def say(name, what, problem):
    global failed
    failed = failed or bool(problem)
    print(f"{'FAIL' if problem else 'PASS'}  {name:18} {what}{': ' + problem if problem else ''}", flush=True)


def run(*args):
    done = subprocess.run([akin, "words", *args], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr.strip()


def vectors(path, words):
    """akin's vectors of the words it has or composes."""
    found = {}
    code, out, _ = run("vector", path, *words, "--json")
    if code:  # a word of them has none: ask one by one
        for word in words:
            code, out, _ = run("vector", path, word, "--json")
            found[word] = numpy.array(json.loads(out)["vector"], dtype=numpy.float32) if code == 0 else None
    else:
        for line in out.splitlines():
            answer = json.loads(line)
            found[answer["word"]] = numpy.array(answer["vector"], dtype=numpy.float32)
    return found


def difference(ours, theirs):
    worst = max((float(numpy.abs(ours[w] - theirs[w]).max()) for w in theirs), default=0.0)
    missing = [w for w in theirs if ours.get(w) is None]
    return worst, missing


def against_fasttext(path):
    model = fasttext.load_model(path.removesuffix(".gz"))
    words = [w for w in model.get_words()[:300] if not w.startswith("-")] + PROBES
    ours = vectors(path, words)
    unknown = [w for w in words if ours[w] is None]
    invented = [w for w in unknown if numpy.abs(model.get_word_vector(w)).max() > 0]
    worst, _ = difference(ours, {w: model.get_word_vector(w) for w in words if w not in unknown})
    problem = f"differs by {worst}" if worst > 1e-6 else f"no vector for {invented}" if invented else ""
    say(path, f"{len(words)} vectors, largest difference {worst:g}, {len(unknown)} without n-grams", problem)
    return model, [w for w in words if w not in unknown]


def written_as(path, model, words):
    expected = {w: model.get_word_vector(w) for w in words if model.get_word_id(w) >= 0}
    readers = {
        "word2vec": lambda f: KeyedVectors.load_word2vec_format(f, binary=False),
        "word2vec-binary": lambda f: KeyedVectors.load_word2vec_format(f, binary=True),
        "word2vec-packed": lambda f: KeyedVectors.load_word2vec_format(f, binary=True),
        "glove": lambda f: KeyedVectors.load_word2vec_format(f, binary=False, no_header=True),
    }
    for kind, read in readers.items():
        out = f"{path}.{kind}"
        code, _, error = run("convert", path, "--out", out, "--as", kind, "--force")
        if code:
            say(out, "written", error)
            continue
        loaded = read(out)
        worst, _ = difference({w: loaded[w] for w in expected}, expected)
        same = len(loaded) == len(model.get_words())
        say(out, f"gensim reads {len(loaded)} words, largest difference {worst:g}", "" if worst == 0 and same else "not the same")


def written_as_fasttext(source, out, model, words):
    code, _, error = run("convert", source, "--out", out, "--as", "fasttext", "--force")
    if code:
        say(out, "written", error)
        return
    again = fasttext.load_model(out)
    worst, _ = difference({w: again.get_word_vector(w) for w in words}, {w: model.get_word_vector(w) for w in words})
    say(out, f"fastText's library opens it, largest difference {worst:g}", "" if worst == 0 else "not the same")
    opened_elsewhere(out, model, words)


def opened_elsewhere(out, model, words):
    """The programs' own tools and gensim on a model that akin wrote."""
    asked = "\n".join(words) + "\n"
    tool = subprocess.run(["fasttext", "print-word-vectors", out], input=asked, capture_output=True, text=True)
    lines = [line.split(" ") for line in tool.stdout.splitlines()]
    # fasttext prints five digits.
    close = all(
        numpy.allclose([float(x) for x in line[1:] if x], model.get_word_vector(line[0]), rtol=6e-5, atol=1e-9)
        for line in lines
    )
    say(out, f"fasttext print-word-vectors prints {len(lines)} of {len(words)}", "" if close and len(lines) == len(words) else "not the same")
    near = subprocess.run(["fasttext", "nn", out, "5"], input="the\n", capture_output=True, text=True).stdout
    theirs = [line.replace("Query word?", "").split() for line in near.splitlines()]
    theirs = [(line[0], float(line[1])) for line in theirs if len(line) == 2]
    ours = [json.loads(line) for line in run("nearest", out, "the", "-k", "5", "--json")[1].splitlines()]
    same = len(theirs) == 5 and all(o["word"] == t[0] and abs(o["score"] - t[1]) < 1e-5 for o, t in zip(ours, theirs))
    say(out, "fasttext nn finds what akin words nearest finds", "" if same else f"{theirs} and {ours}")
    loaded = load_facebook_model(out)
    # gensim composes the words it has too, and rounds on the way.
    worst = max(float(numpy.abs(loaded.wv[w] - model.get_word_vector(w)).max()) for w in words if w != "</s>")
    say(out, f"gensim load_facebook_model, largest difference {worst:g}", "" if worst < 1e-6 else "not the same")


for path in models:
    if path.endswith(".vec") or path.endswith(".word2vec.bin"):
        loaded = KeyedVectors.load_word2vec_format(path, binary=path.endswith(".bin"))
        words = loaded.index_to_key[:300]
        worst, _ = difference(vectors(path, words), {w: loaded[w] for w in words})
        say(path, f"gensim and akin read it, largest difference {worst:g}", "" if worst == 0 else "not the same")
        continue
    model, known = against_fasttext(path)
    if path in ("learned-skip-gram.bin", "learned-cbow.bin"):
        opened_elsewhere(path, model, known)
    if path in ("skip-gram.bin", "plain.bin"):
        written_as(path, model, known)
    if path in ("skip-gram.bin", "cbow.bin"):
        written_as_fasttext(path, path.replace(".bin", "-again.bin"), model, known)
    if path == "plain.bin":
        written_as_fasttext("plain.bin.word2vec", "plain-again.bin", model, known)
sys.exit(1 if failed else 0)
