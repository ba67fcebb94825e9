package dev.akin.encoder.cache;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Identity;
import dev.akin.encoder.Role;
import dev.akin.encoder.TextTooLongException;
import dev.akin.encoder.Treatment;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads rows that were encoded before, encodes the others and keeps them. */
final class CachedEncoder implements Encoder {
  /** Texts encoded before they are kept: what a crash can cost. */
  private static final int WINDOW = 4096;

  private final Encoder encoder;
  private final RowFile file;

  CachedEncoder(Encoder encoder, RowFile file) {
    this.encoder = encoder;
    this.file = file;
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    if (out.dimension() != dimension() || firstRow < 0 || firstRow > out.rows() - texts.size()) {
      return encoder.encode(texts, role, out, firstRow); // which says what is wrong
    }
    try {
      Map<RowKey, List<Integer>> missing = new LinkedHashMap<>();
      EncodingReport report = EncodingReport.NOTHING;
      for (int i = 0; i < texts.size(); i++) {
        RowKey key = RowKey.of(texts.get(i), role);
        Optional<RowEntry> entry = file.read(key, out, firstRow + i);
        if (entry.isPresent()) {
          report = report.plus(report(entry.get().tokens(), entry.get().lostTokens()));
        } else {
          missing.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
        }
      }
      return report.plus(new Missing(texts, role, out, firstRow).encode(missing));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EncodingReport report(int tokens, int lostTokens) {
    return new EncodingReport(1, tokens, lostTokens > 0 ? 1 : 0, lostTokens);
  }

  /** The part of a call that was not in the cache. */
  private final class Missing {
    private final List<String> texts;
    private final Role role;
    private final Matrix out;
    private final int firstRow;

    Missing(List<String> texts, Role role, Matrix out, int firstRow) {
      this.texts = texts;
      this.role = role;
      this.out = out;
      this.firstRow = firstRow;
    }

    /** Encodes each distinct text once, window by window; {@code places} are its places. */
    EncodingReport encode(Map<RowKey, List<Integer>> places) throws IOException {
      EncodingReport report = EncodingReport.NOTHING;
      var all = List.copyOf(places.entrySet());
      for (int from = 0; from < all.size(); from += WINDOW) {
        report = report.plus(encode(all.subList(from, Math.min(all.size(), from + WINDOW))));
      }
      return report;
    }

    private EncodingReport encode(List<Map.Entry<RowKey, List<Integer>>> window)
        throws IOException {
      List<String> distinct =
          window.stream().map(entry -> texts.get(entry.getValue().getFirst())).toList();
      EncodingReport report = EncodingReport.NOTHING;
      try (Matrix rows = Matrix.allocate(distinct.size(), dimension())) {
        boolean isSomeLong = encode(distinct, window, rows).truncated() > 0;
        List<RowFile.Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < distinct.size(); i++) {
          RowFile.Fresh one = measured(window.get(i).getKey(), i, distinct.get(i), isSomeLong);
          fresh.add(one);
          for (int place : window.get(i).getValue()) {
            out.setRow(firstRow + place, rows.copyRow(i));
            report = report.plus(report(one.tokens(), one.lostTokens()));
          }
        }
        file.append(fresh, rows);
      }
      return report;
    }

    private EncodingReport encode(
        List<String> distinct, List<Map.Entry<RowKey, List<Integer>>> window, Matrix rows) {
      try {
        return encoder.encode(distinct, role, rows, 0);
      } catch (TextTooLongException e) {
        throw e.at(window.get(e.text()).getValue().getFirst());
      }
    }
  }

  /** Encoders report sums; which text was too long is counted again where some was. */
  private RowFile.Fresh measured(RowKey key, int row, String text, boolean mayBeLong) {
    int tokens = encoder.countTokens(text);
    int read = mayBeLong ? Math.min(tokens, encoder.maxTokens()) : tokens;
    return new RowFile.Fresh(key, row, read, tokens - read);
  }

  @Override
  public int dimension() {
    return encoder.dimension();
  }

  @Override
  public int maxTokens() {
    return encoder.maxTokens();
  }

  @Override
  public int countTokens(String text) {
    return encoder.countTokens(text);
  }

  @Override
  public Similarity similarity() {
    return encoder.similarity();
  }

  @Override
  public Identity identity() {
    return encoder.identity();
  }

  @Override
  public Optional<Treatment> findTreatment() {
    return encoder.findTreatment();
  }

  @Override
  public String toString() {
    return encoder.toString();
  }

  @Override
  public void close() {
    encoder.close();
  }
}
