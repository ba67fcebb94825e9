"""Called by compare: gensim's word2vec from a file, the way in which it is fastest."""
import sys

from gensim.models import Word2Vec

skip_gram, corpus, epochs, threads, seed, out = sys.argv[1:]
model = Word2Vec(
    corpus_file=corpus,
    sg=int(skip_gram),
    alpha=0.025 if skip_gram == "1" else 0.05,
    vector_size=100,
    window=5,
    negative=5,
    sample=1e-4,
    min_count=5,
    epochs=int(epochs),
    workers=int(threads),
    seed=int(seed),
)
model.wv.save_word2vec_format(out)
