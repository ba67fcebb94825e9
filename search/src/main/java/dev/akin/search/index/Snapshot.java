package dev.akin.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
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
  private final DirectoryReader reader;
  private final FixedBitSet seen;

  Snapshot(DirectoryReader reader) {
    this.reader = reader;
    this.seen = new FixedBitSet(Math.max(1, reader.maxDoc()));
  }

  /** The content of a document as it was, if it was there; it counts as seen from now on. */
  Optional<ContentHash> see(String id) throws IOException {
    Term term = new Term(PassageFields.ID, id);
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int document = postings.docID();
        if (live == null || live.get(document)) {
          seen.set(leaf.docBase + document);
          return Optional.of(hash(leaf.reader(), document));
        }
      }
    }
    return Optional.empty();
  }

  private static ContentHash hash(LeafReader leaf, int document) throws IOException {
    BinaryDocValues hashes = DocValues.getBinary(leaf, PassageFields.HASH);
    if (!hashes.advanceExact(document)) {
      throw new IllegalStateException("document " + document + " is no first passage");
    }
    return ContentHash.parse(hashes.binaryValue().utf8ToString(), leaf.toString());
  }

  /** The ids of the documents that were not seen. */
  void forEachUnseen(Consumer<String> action) throws IOException {
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
          action.accept(ids.binaryValue().utf8ToString());
        }
      }
    }
  }

  /** The same as a list. */
  List<String> unseen() throws IOException {
    List<String> ids = new ArrayList<>();
    forEachUnseen(ids::add);
    return ids;
  }
}
