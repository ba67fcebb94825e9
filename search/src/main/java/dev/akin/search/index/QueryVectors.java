package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.search.Query;
import dev.akin.vector.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Queries to rows in the index's form; asks for the encoder only when the first row is needed. */
final class QueryVectors {
  private final IndexView view;
  private final Supplier<Encoder> supplier;
  private Optional<Encoder> opened = Optional.empty();

  QueryVectors(IndexView view, Supplier<Encoder> supplier) {
    this.view = view;
    this.supplier = supplier;
  }

  /**
   * The index's encoder.
   *
   * @throws ForeignEncoderException if the one supplied is another
   */
  synchronized Encoder encoder() {
    if (opened.isEmpty()) {
      Encoder encoder = supplier.get();
      view.manifest().check(encoder.identity(), view.folder().toString());
      opened = Optional.of(encoder);
    }
    return opened.get();
  }

  /** The row of each query; empty where it has no direction. */
  List<Optional<float[]>> of(List<Query> queries) {
    List<String> texts = queries.stream().map(Query::text).toList();
    List<Optional<float[]>> vectors = new ArrayList<>(texts.size());
    try (Matrix rows = encoder().encode(texts, Role.QUERY)) {
      for (int i = 0; i < rows.rows(); i++) {
        vectors.add(view.manifest().space().stored(rows.copyRow(i)));
      }
    }
    return vectors;
  }
}
