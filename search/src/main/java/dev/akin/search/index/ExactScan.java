package dev.akin.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Compares a row with every stored row: the truth that approximate searches are measured by. */
final class ExactScan {
  /** The score of a passage that has no vector or does not come into question. */
  static final float NONE = Float.NEGATIVE_INFINITY;

  private final IndexView view;
  private final VectorSpace space;

  ExactScan(IndexView view) {
    this.view = view;
    this.space = view.manifest().space();
  }

  /** The score of every passage, {@link #NONE} for those without. O(passages × dimension). */
  float[] scores(float[] query, Optional<FixedBitSet> eligible) throws IOException {
    float[] scores = new float[view.reader().maxDoc()];
    Arrays.fill(scores, NONE);
    for (LeafReaderContext leaf : view.reader().leaves()) {
      FloatVectorValues rows = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
      if (rows == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int ordinal = 0; ordinal < rows.size(); ordinal++) {
        int document = rows.ordToDoc(ordinal);
        int passage = leaf.docBase + document;
        if ((live == null || live.get(document))
            && (eligible.isEmpty() || eligible.get().get(passage))) {
          scores[passage] = space.score(query, rows.vectorValue(ordinal));
        }
      }
    }
    return scores;
  }

  /** The best passage of each of the k best documents, and of all that tie with the last. */
  List<PassageHit> best(float[] scores, int k) {
    List<PassageHit> documents = new ArrayList<>();
    for (int passage = 0; passage < scores.length; passage++) {
      if (scores[passage] == NONE) {
        continue;
      }
      boolean isSame =
          !documents.isEmpty() && view.start(documents.getLast().passage()) == view.start(passage);
      if (!isSame) {
        documents.add(new PassageHit(passage, scores[passage]));
      } else if (scores[passage] > documents.getLast().score()) {
        documents.set(documents.size() - 1, new PassageHit(passage, scores[passage]));
      }
    }
    if (documents.size() <= k) {
      return documents;
    }
    float[] sorted = new float[documents.size()];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = documents.get(i).score();
    }
    Arrays.sort(sorted);
    float last = sorted[sorted.length - k];
    return documents.stream().filter(hit -> hit.score() >= last).toList();
  }

  /** The exact scores of these passages. */
  List<PassageHit> rescored(float[] query, int[] passages) throws IOException {
    int[] ordered = passages.clone();
    Arrays.sort(ordered);
    List<PassageHit> hits = new ArrayList<>(ordered.length);
    int i = 0;
    while (i < ordered.length) {
      LeafReaderContext leaf = view.leaf(ordered[i]);
      FloatVectorValues rows = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
      KnnVectorValues.DocIndexIterator at = rows.iterator();
      int end = leaf.docBase + leaf.reader().maxDoc();
      for (; i < ordered.length && ordered[i] < end; i++) {
        if (at.advance(ordered[i] - leaf.docBase) == ordered[i] - leaf.docBase) {
          hits.add(new PassageHit(ordered[i], space.score(query, rows.vectorValue(at.index()))));
        }
      }
    }
    return hits;
  }
}
