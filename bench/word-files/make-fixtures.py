#!/usr/bin/env python3
"""Makes the small models that the tests of word-vector files read, with the programs people use.

Needs Debian's python3-fasttext and python3-gensim:  /usr/bin/python3 make-fixtures.py FOLDER
Each model NAME comes with NAME.tsv: a word, a tab and the cells of its vector by that program, with
all digits of float32; words the model never saw are among them.
"""
import os
import random
import sys

import fasttext
import numpy
from gensim.models import KeyedVectors, fasttext as gensim_fasttext

SENTENCES = [
    "birds steer by the field of the earth",
    "the engine burns diesel and the ship steers north",
    "Vögel steuern über das Magnetfeld der Erde",
    "птицы находят дорогу домой по магнитному полю земли",
    "पक्षी पृथ्वी के चुंबकीय क्षेत्र से दिशा पाते हैं",
    "鸟 用 地球 磁场 导航",
    "naïve café 🙂 emoji the end",
]
# Unseen words of each script, a part of a pair of brackets, one letter, a letter of four bytes.
UNSEEN = [
    "bird", "steering", "engines", "Vogel", "Magnetfelder", "птица", "магнит", "पक्ष", "चुंबक",
    "地磁", "航", "cafés", "🙂🙂", "x", "<", ">", "<the>", "e\u0301tude", "</s>",
]


def write(path, vectors):
    with open(path, "w", encoding="utf-8") as out:
        for word, vector in vectors:
            cells = " ".join(numpy.format_float_positional(c, unique=True) for c in vector)
            out.write(f"{word}\t{cells}\n")


def text(folder, label):
    path = os.path.join(folder, f"text-{label}.tmp")
    chosen = random.Random(7)
    with open(path, "w", encoding="utf-8") as out:
        for i in range(200):
            sentence = chosen.choice(SENTENCES)
            out.write((f"__label__{'ab'[i % 2]} " if label else "") + sentence + "\n")
    return path


def expected(folder, name, model):
    words = model.get_words() + UNSEEN
    write(os.path.join(folder, name + ".tsv"), ((w, model.get_word_vector(w)) for w in words))


def main(folder):
    plain, labelled = text(folder, False), text(folder, True)
    common = dict(dim=5, minCount=1, epoch=3, thread=1, verbose=0)
    jobs = {
        "skip-gram": ("skipgram", dict(bucket=70, minn=2, maxn=4, loss="ns")),
        "cbow": ("cbow", dict(bucket=30, minn=1, maxn=3, loss="hs")),
        "no-ngrams": ("skipgram", dict(maxn=0, minn=0, loss="softmax")),
    }
    for name, (model, options) in jobs.items():
        trained = fasttext.train_unsupervised(plain, model=model, **common, **options)
        trained.save_model(os.path.join(folder, name + ".bin"))
        expected(folder, name, trained)
    classes = dict(bucket=400, minn=2, maxn=4, wordNgrams=2)
    trained = fasttext.train_supervised(labelled, loss="ova", **common, **classes)
    trained.save_model(os.path.join(folder, "supervised.bin"))
    expected(folder, "supervised", trained)
    trained.quantize(qnorm=True, dsub=2)
    trained.save_model(os.path.join(folder, "quantized.ftz"))
    expected(folder, "quantized", trained)
    trained = fasttext.train_supervised(labelled, loss="softmax", **common, **classes)
    trained.quantize(input=labelled, cutoff=300, qnorm=False, dsub=3, retrain=False)
    trained.save_model(os.path.join(folder, "pruned.ftz"))
    expected(folder, "pruned", trained)
    for path in plain, labelled:
        if os.path.exists(path):
            os.remove(path)
    vectors = KeyedVectors(5)
    model = fasttext.load_model(os.path.join(folder, "skip-gram.bin"))
    words = model.get_words()[:12]
    vectors.add_vectors(words, numpy.array([model.get_word_vector(w) for w in words]))
    vectors.save_word2vec_format(os.path.join(folder, "gensim-binary.bin"), binary=True)
    vectors.save_word2vec_format(os.path.join(folder, "gensim-text.vec"), binary=False)
    write(os.path.join(folder, "gensim-binary.tsv"), ((w, vectors[w]) for w in words))
    print(gensim_fasttext.__name__, "and fasttext", "wrote", len(os.listdir(folder)), "files")


main(sys.argv[1])
