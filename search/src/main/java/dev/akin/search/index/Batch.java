package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.encoder.TextTooLongException;
import dev.akin.encoder.Truncation;
import dev.akin.search.index.PassageFields.Row;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Passage;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Documents on their way into the index: gathered, encoded in one call, handed out with rows. */
final class Batch {
  /** Passages encoded in one call: enough to sort by length, little to lose. */
  static final int PASSAGES = 512;

  /** Characters encoded in one call: bounds the memory of long documents. */
  private static final long CHARACTERS = 4_000_000;

  private final Encoder encoder;
  private final VectorSpace space;
  private final Truncation truncation;
  private final List<Item> items = new ArrayList<>();
  private final List<Passage> unencoded = new ArrayList<>();
  private long characters;

  Batch(Encoder encoder, VectorSpace space, Truncation truncation) {
    this.encoder = encoder;
    this.space = space;
    this.truncation = truncation;
  }

  /** A document whose passages are to be encoded. */
  void add(Document document, ContentHash hash, List<Passage> passages, boolean replaces) {
    items.add(new Item(document, hash, passages, replaces, Optional.empty()));
    unencoded.addAll(passages);
    characters += document.title().length() + document.text().length();
  }

  /** A document whose rows are known. */
  void addEncoded(Document document, ContentHash hash, List<Row> rows) {
    List<Passage> passages = rows.stream().map(Row::passage).toList();
    items.add(new Item(document, hash, passages, true, Optional.of(rows)));
    characters += document.title().length() + document.text().length();
  }

  boolean isFull() {
    return unencoded.size() >= PASSAGES || items.size() >= PASSAGES || characters >= CHARACTERS;
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /**
   * Encodes and hands over every document, then is empty.
   *
   * @return what the encoder reported
   * @throws FormatException if a text is too long and that is refused, or a row has a cell that is
   *     no finite number (names the document)
   */
  EncodingReport drain(Sink sink) throws IOException {
    if (unencoded.isEmpty()) {
      for (Item item : items) {
        sink.accept(item, item.rows.orElseThrow());
      }
      clear();
      return EncodingReport.NOTHING;
    }
    List<String> texts = unencoded.stream().map(Passage::embeddedText).toList();
    EncodingReport report;
    try (Matrix rows = Matrix.allocate(texts.size(), encoder.dimension())) {
      report = encode(texts, rows);
      boolean loses = report.lostTokens() > 0 && truncation != Truncation.SPLIT;
      int next = 0;
      for (Item item : items) {
        sink.accept(item, item.rows.isPresent() ? item.rows.get() : rows(item, rows, next, loses));
        next += item.rows.isPresent() ? 0 : item.passages.size();
      }
    }
    clear();
    return report;
  }

  private EncodingReport encode(List<String> texts, Matrix rows) {
    try {
      return encoder.encode(texts, Role.DOCUMENT, rows, 0);
    } catch (TextTooLongException e) {
      int place = e.text();
      for (Item item : items) {
        int passages = item.rows.isPresent() ? 0 : item.passages.size();
        if (place < passages) {
          throw e.of(item.document, item.passages.get(place).start());
        }
        place -= passages;
      }
      throw e;
    }
  }

  private void clear() {
    items.clear();
    unencoded.clear();
    characters = 0;
  }

  private List<Row> rows(Item item, Matrix encoded, int first, boolean loses) {
    List<Row> rows = new ArrayList<>(item.passages.size());
    for (Passage passage : item.passages) {
      int lost = loses ? encoder.countTokens(passage.embeddedText()) - encoder.maxTokens() : 0;
      rows.add(
          new Row(passage, stored(item, encoded.copyRow(first + rows.size())), Math.max(0, lost)));
    }
    return rows;
  }

  private Optional<float[]> stored(Item item, float[] row) {
    try {
      return space.stored(row);
    } catch (IllegalArgumentException e) {
      throw new FormatException(
          item.document.origin().toString(),
          "%s made a bad row of document %s: %s"
              .formatted(encoder.identity(), item.document.id(), e.getMessage()),
          e);
    }
  }

  /** Takes each document with its rows. */
  @FunctionalInterface
  interface Sink {
    void accept(Item item, List<Row> rows) throws IOException;
  }

  /**
   * One document.
   *
   * @param replaces whether the index holds another version of it
   * @param rows known already, if its title and text are as before
   */
  record Item(
      Document document,
      ContentHash hash,
      List<Passage> passages,
      boolean replaces,
      Optional<List<Row>> rows) {}
}
