package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.search.Query;
import dev.akin.search.index.Explanation.Truncation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/** Finds which words of a query stand only where the encoder no longer read. */
final class TruncationFinder {
  private final IndexView view;
  private final QueryVectors vectors;

  TruncationFinder(IndexView view, QueryVectors vectors) {
    this.view = view;
    this.vectors = vectors;
  }

  /** What was not read of the document whose first passage this is; empty if all was. */
  Optional<Truncation> find(Query query, int start) throws IOException {
    LeafReaderContext leaf = view.leaf(start);
    NumericDocValues lost = DocValues.getNumeric(leaf.reader(), PassageFields.LOST);
    Map<Integer, Integer> cut = new LinkedHashMap<>();
    int last = leaf.docBase + leaf.reader().maxDoc();
    for (int passage = start; passage < last && view.start(passage) == start; passage++) {
      if (lost.advanceExact(passage - leaf.docBase) && lost.longValue() > 0) {
        cut.put(passage, (int) lost.longValue());
      }
    }
    if (cut.isEmpty()) {
      return Optional.empty();
    }
    Set<String> asked = view.words().terms(query.text());
    Set<String> read = new TreeSet<>();
    Set<String> unread = new TreeSet<>();
    for (int passage = start; passage < last && view.start(passage) == start; passage++) {
      sort(passage, start, cut.containsKey(passage), asked, read, unread);
    }
    unread.removeAll(read);
    int tokens = cut.values().stream().mapToInt(Integer::intValue).sum();
    return Optional.of(new Truncation(tokens, List.copyOf(read), List.copyOf(unread)));
  }

  private void sort(
      int passage,
      int start,
      boolean isCut,
      Set<String> asked,
      Set<String> read,
      Set<String> unread)
      throws IOException {
    Document first = view.reader().storedFields().document(start);
    Document stored = passage == start ? first : view.reader().storedFields().document(passage);
    String title = first.get(PassageFields.TITLE);
    String text = (title + " " + stored.get(PassageFields.TEXT)).strip();
    int end = isCut ? readLength(text) : text.length();
    for (Words.Word word : view.words().of(text)) {
      if (asked.contains(word.term())) {
        (word.end() <= end ? read : unread).add(word.term());
      }
    }
  }

  /** How many characters of a text the encoder reads: the longest prefix that is not too long. */
  private int readLength(String text) {
    Encoder encoder = vectors.encoder();
    int fits = 0;
    int tooLong = text.length();
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) >>> 1;
      if (encoder.countTokens(text.substring(0, middle)) <= encoder.maxTokens()) {
        fits = middle;
      } else {
        tooLong = middle;
      }
    }
    return fits;
  }
}
