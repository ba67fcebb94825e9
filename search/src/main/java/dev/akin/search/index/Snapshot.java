package dev.akin.search.index;

import dev.akin.search.index.PassageFields.Row;
import dev.akin.text.FormatException;
import dev.akin.text.Passage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The documents an index held when a refresh began, and which of them the corpus still has. */
final class Snapshot {
  private static final Set<String> PLACE =
      Set.of(PassageFields.START, PassageFields.END, PassageFields.TEXT);

  private final DirectoryReader reader;
  private final FixedBitSet seen;

  Snapshot(DirectoryReader reader) {
    this.reader = reader;
    this.seen = new FixedBitSet(Math.max(1, reader.maxDoc()));
  }

  /** A document as it was, if it was there; it counts as seen from now on. */
  Optional<Known> see(String id) throws IOException {
    Term term = new Term(PassageFields.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = postings.docID();
        if (live == null || live.get(document)) {
          seen.set(leaf.docBase + document);
          return Optional.of(new Known(leaf, document, hash(leaf.reader(), document)));
        }
      }
    }
    return Optional.empty();
  }

  private static ContentHash hash(LeafReader leaf, int document) throws IOException {
    BinaryDocValues hashes = DocValues.getBinary(leaf, PassageFields.HASH);
    if (!hashes.advanceExact(document)) {
      throw new FormatException(
          leaf.toString(), "passage %d has no content hash".formatted(document));
    }
    return ContentHash.parse(hashes.binaryValue().utf8ToString(), leaf.toString());
  }

  /** The rows of a document whose title and text are as before; empty if it was split otherwise. */
  Optional<List<Row>> findRows(Known known, List<Passage> passages) throws IOException {
    LeafReader leaf = known.leaf.reader();
    NumericDocValues ordinals = DocValues.getNumeric(leaf, PassageFields.ORDINAL);
    int after = known.first + passages.size();
    boolean hasMore =
        after < leaf.maxDoc() && ordinals.advanceExact(after) && ordinals.longValue() > 0;
    if (after > leaf.maxDoc() || hasMore) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>(passages.size());
    for (Passage passage : passages) {
      int at = known.first + passage.ordinal();
      if (!isSame(leaf.storedFields().document(at, PLACE), passage)) {
        return Optional.empty();
      }
      NumericDocValues lost = DocValues.getNumeric(leaf, PassageFields.LOST);
      int lostTokens = lost.advanceExact(at) ? (int) lost.longValue() : 0;
      rows.add(new Row(passage, findVector(leaf, at), lostTokens));
    }
    return Optional.of(rows);
  }

  private static boolean isSame(Document stored, Passage passage) {
    return passage.text().equals(stored.get(PassageFields.TEXT))
        && Integer.toString(passage.start()).equals(stored.get(PassageFields.START))
        && Integer.toString(passage.end()).equals(stored.get(PassageFields.END));
  }

  private static Optional<float[]> findVector(LeafReader leaf, int document) throws IOException {
    FloatVectorValues rows = leaf.getFloatVectorValues(PassageFields.VECTOR);
    if (rows == null) {
      return Optional.empty();
    }
    KnnVectorValues.DocIndexIterator at = rows.iterator();
    return at.advance(document) == document
        ? Optional.of(rows.vectorValue(at.index()).clone())
        : Optional.empty();
  }

  /** The ids of the documents that were not seen. */
  List<String> unseen() throws IOException {
    List<String> unseen = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues ordinals = DocValues.getNumeric(leaf.reader(), PassageFields.ORDINAL);
      BinaryDocValues ids = DocValues.getBinary(leaf.reader(), PassageFields.ID);
      Bits live = leaf.reader().getLiveDocs();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if ((live == null || live.get(document))
            && !seen.get(leaf.docBase + document)
            && ordinals.advanceExact(document)
            && ordinals.longValue() == 0
            && ids.advanceExact(document)) {
          unseen.add(ids.binaryValue().utf8ToString());
        }
      }
    }
    return unseen;
  }

  /** A document of the snapshot: its first passage in that leaf, and its content. */
  record Known(LeafReaderContext leaf, int first, ContentHash hash) {}
}
