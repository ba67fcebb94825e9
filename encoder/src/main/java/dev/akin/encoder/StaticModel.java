package dev.akin.encoder;

import dev.akin.format.tensor.Safetensors;
import dev.akin.format.tensor.Tensor;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A tokenizer and a row for each of its tokens, to be written as a model2vec folder, which {@link
 * Encoder#open}, model2vec and sentence-transformers read. Immutable; its rows lie on the heap.
 */
public final class StaticModel {
  private static final String MODULES =
      """
      [{"idx":0,"name":"0","path":".","type":"sentence_transformers.models.StaticEmbedding"},
       {"idx":1,"name":"1","path":"1_Normalize","type":"sentence_transformers.models.Normalize"}]
      """;

  private final Json.Members tokenizer;
  private final int rows;
  private final int dimension;
  private final float[] cells;
  private final Map<String, Json> notes;

  private StaticModel(
      Json.Members tokenizer, int rows, int dimension, float[] cells, Map<String, Json> notes) {
    this.tokenizer = tokenizer;
    this.rows = rows;
    this.dimension = dimension;
    this.cells = cells;
    this.notes = notes;
  }

  /**
   * A model whose text rows are means of token rows, brought to length 1.
   *
   * @param tokenizer in the layout of {@code tokenizer.json}
   * @param tokens [tokens of the tokenizer × dimension], row <i>i</i> that of token <i>i</i>;
   *     copied
   * @param notes members of {@code config.json} that say how it was made
   * @throws IllegalArgumentException if a cell is not finite (names it), or the table is larger
   *     than 2^31 cells
   */
  public static StaticModel of(Json.Members tokenizer, Matrix tokens, Map<String, Json> notes) {
    tokens.requireFinite();
    long cells = (long) tokens.rows() * tokens.dimension();
    if (cells > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a table of %d cells is too large".formatted(cells));
    }
    float[] copy = new float[(int) cells];
    for (int row = 0; row < tokens.rows(); row++) {
      System.arraycopy(tokens.copyRow(row), 0, copy, row * tokens.dimension(), tokens.dimension());
    }
    return new StaticModel(
        tokenizer, tokens.rows(), tokens.dimension(), copy, new LinkedHashMap<>(notes));
  }

  /** How many tokens have a row. */
  public int rows() {
    return rows;
  }

  /** Cells of a row. */
  public int dimension() {
    return dimension;
  }

  /**
   * Writes {@code model.safetensors}, {@code tokenizer.json}, {@code config.json} and {@code
   * modules.json}. The same model gives the same bytes.
   *
   * @param folder made if it is not there
   * @throws DirectoryNotEmptyException if there is something in it
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new DirectoryNotEmptyException(folder.toString());
      }
    }
    Tensor table = Tensor.of("embeddings", List.of((long) rows, (long) dimension), cells);
    Safetensors.write(folder.resolve("model.safetensors"), List.of(table), Map.of());
    write(folder.resolve("tokenizer.json"), tokenizer.toLine());
    write(folder.resolve("config.json"), config().toLine() + "\n");
    // Last: without it a folder that was not finished is no sentence-transformers model.
    write(folder.resolve("modules.json"), MODULES);
  }

  private Json.Members config() {
    Map<String, Json> config = new LinkedHashMap<>();
    config.put("model_type", Json.of("model2vec"));
    config.put("architectures", new Json.Array(List.of(Json.of("StaticModel"))));
    config.put("hidden_dim", Json.of(dimension));
    config.put("seq_length", Json.of(1_000_000));
    config.put("normalize", Json.of(true));
    config.put("embedding_dtype", Json.of("float32"));
    config.putAll(notes);
    return new Json.Members(config);
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "static model [%d × %d]".formatted(rows, dimension);
  }
}
