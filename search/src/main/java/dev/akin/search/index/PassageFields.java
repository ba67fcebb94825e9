package dev.akin.search.index;

import dev.akin.text.Document;
import dev.akin.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * A passage as Lucene keeps it. A document is a block of passages, in order, added and replaced as
 * one; its first passage also carries what belongs to the document.
 *
 * <pre>
 * every passage   id, ordinal, lost, words (indexed: title and text), text, start, end, line,
 *                 vector, t:NAME and n:NAME for filters
 * the first       is=first, hash, title, metadata, file
 * a cut one       is=cut
 * </pre>
 */
final class PassageFields {
  /** The document's id: a term to find it by and a binary value to read it from. */
  static final String ID = "id";

  /** The passage's place in its document, from 0. */
  static final String ORDINAL = "ordinal";

  /** How many of its tokens the encoder did not read. */
  static final String LOST = "lost";

  static final String WORDS = "words";
  static final String VECTOR = "vector";

  /** Marks: {@link #FIRST}, {@link #CUT}. */
  static final String IS = "is";

  static final String FIRST = "first";
  static final String CUT = "cut";

  static final String HASH = "hash";
  static final String TITLE = "title";
  static final String TEXT = "text";
  static final String METADATA = "metadata";
  static final String FILE = "file";
  static final String START = "start";
  static final String END = "end";
  static final String LINE = "line";

  /** Words with their frequencies; positions are not kept, nothing asks for them. */
  private static final FieldType FREQUENCIES = new FieldType();

  static {
    FREQUENCIES.setTokenized(true);
    FREQUENCIES.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    FREQUENCIES.freeze();
  }

  private PassageFields() {}

  /**
   * The block of a document.
   *
   * @param rows one for each passage
   */
  static List<List<IndexableField>> block(
      Document document, ContentHash hash, List<Row> rows, VectorSpace space) {
    List<IndexableField> filters = MetadataFields.of(document);
    List<List<IndexableField>> block = new ArrayList<>(rows.size());
    for (Row row : rows) {
      List<IndexableField> fields = passage(row, space);
      fields.addAll(filters);
      if (row.passage().ordinal() == 0) {
        fields.add(new StringField(IS, FIRST, Field.Store.NO));
        fields.add(new BinaryDocValuesField(HASH, new BytesRef(hash.toString())));
        fields.add(new StoredField(TITLE, document.title()));
        fields.add(new StoredField(METADATA, document.metadata().toLine()));
        fields.add(new StoredField(FILE, document.origin().file()));
      }
      block.add(fields);
    }
    return block;
  }

  private static List<IndexableField> passage(Row row, VectorSpace space) {
    Passage passage = row.passage();
    List<IndexableField> fields = new ArrayList<>();
    fields.add(new StringField(ID, passage.documentId(), Field.Store.NO));
    fields.add(new BinaryDocValuesField(ID, new BytesRef(passage.documentId())));
    fields.add(new NumericDocValuesField(ORDINAL, passage.ordinal()));
    fields.add(new NumericDocValuesField(LOST, row.lostTokens()));
    fields.add(new Field(WORDS, passage.embeddedText(), FREQUENCIES));
    fields.add(new StoredField(TEXT, passage.text()));
    fields.add(new StoredField(START, passage.start()));
    fields.add(new StoredField(END, passage.end()));
    fields.add(new StoredField(LINE, passage.line()));
    if (row.lostTokens() > 0) {
      fields.add(new StringField(IS, CUT, Field.Store.NO));
    }
    row.vector()
        .ifPresent(vector -> fields.add(new KnnFloatVectorField(VECTOR, vector, space.function())));
    return fields;
  }

  /**
   * A passage and what the encoder made of it.
   *
   * @param vector in its stored form; empty if it has no direction
   * @param lostTokens how many of its tokens the encoder did not read
   */
  record Row(Passage passage, Optional<float[]> vector, int lostTokens) {}
}
