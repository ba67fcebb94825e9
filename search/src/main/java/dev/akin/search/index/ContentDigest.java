package dev.akin.search.index;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * A number that two indexes share if they hold the same passages, vectors and postings, however
 * these are spread over segments.
 *
 * <p>The sum modulo 2^256 of the SHA-256 of every live passage (stored fields, id, ordinal, vector)
 * and of every posting (word, passage, frequency): a sum does not depend on the order.
 */
final class ContentDigest {
  private final IndexView view;
  private final MessageDigest sha256;
  private BigInteger sum = BigInteger.ZERO;

  ContentDigest(IndexView view) {
    this.view = view;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** 64 hexadecimal digits. Reads the whole index. */
  String compute() throws IOException {
    for (LeafReaderContext leaf : view.reader().leaves()) {
      addPassages(leaf.reader());
      addPostings(leaf.reader());
    }
    return "%064x".formatted(sum.mod(BigInteger.ONE.shiftLeft(256)));
  }

  private void addPassages(LeafReader leaf) throws IOException {
    StoredFields stored = leaf.storedFields();
    FloatVectorValues vectors = leaf.getFloatVectorValues(PassageFields.VECTOR);
    DocIndexIterator at = vectors == null ? null : vectors.iterator();
    for (int passage = 0; passage < leaf.maxDoc(); passage++) {
      if (isDead(leaf, passage)) {
        continue;
      }
      float[] vector = vector(vectors, at, passage);
      int number = passage;
      add(out -> {
        out.writeUTF(name(leaf, number));
        for (var field : stored.document(number)) {
          out.writeUTF(field.name());
          out.writeChars(
              field.numericValue() == null ? field.stringValue() : field.numericValue().toString());
        }
        for (float value : vector) {
          out.writeInt(Float.floatToRawIntBits(value));
        }
      });
    }
  }

  /** The vector of a passage, empty if it has none; passages must be asked for in order. */
  private static float[] vector(
      @Nullable FloatVectorValues vectors, @Nullable DocIndexIterator at, int passage)
      throws IOException {
    if (vectors == null || at == null) {
      return new float[0];
    }
    int found = at.docID() >= passage ? at.docID() : at.advance(passage);
    return found == passage ? vectors.vectorValue(at.index()) : new float[0];
  }

  private void addPostings(LeafReader leaf) throws IOException {
    Terms terms = leaf.terms(PassageFields.WORDS);
    if (terms == null) {
      return;
    }
    TermsEnum words = terms.iterator();
    PostingsEnum postings = null;
    while (words.next() != null) {
      postings = words.postings(postings, PostingsEnum.FREQS);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int passage = postings.docID();
        int frequency = postings.freq();
        if (!isDead(leaf, passage)) {
          add(out -> {
            out.writeUTF(words.term().utf8ToString());
            out.writeUTF(name(leaf, passage));
            out.writeInt(frequency);
          });
        }
      }
    }
  }

  private static boolean isDead(LeafReader leaf, int passage) {
    Bits live = leaf.getLiveDocs();
    return live != null && !live.get(passage);
  }

  /** Document id and ordinal: what a passage is called in every index. */
  private static String name(LeafReader leaf, int passage) throws IOException {
    var ids = DocValues.getBinary(leaf, PassageFields.ID);
    var ordinals = DocValues.getNumeric(leaf, PassageFields.ORDINAL);
    if (!ids.advanceExact(passage) || !ordinals.advanceExact(passage)) {
      throw new IllegalStateException("passage " + passage + " has no id or no ordinal");
    }
    return ids.binaryValue().utf8ToString() + "\n" + ordinals.longValue();
  }

  private void add(Part part) throws IOException {
    sha256.reset();
    try (var out =
        new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha256))) {
      part.write(out);
    }
    sum = sum.add(new BigInteger(1, sha256.digest()));
  }

  @FunctionalInterface
  private interface Part {
    void write(DataOutputStream out) throws IOException;
  }
}
