package dev.akin.encoder;

import dev.akin.encoder.TextCutter.Cut;
import dev.akin.encoder.TextCutter.Part;
import dev.akin.encoder.head.Pooling;
import dev.akin.encoder.head.RowLayer;
import dev.akin.encoder.head.TokenRows;
import dev.akin.encoder.onnx.OnnxModel;
import dev.akin.text.Json;
import dev.akin.text.Tokenizer;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transformer on ONNX Runtime behind the {@link Encoder} promise.
 *
 * <p>Texts are cut into tokens in parallel, sorted by length, and run in batches of at most {@link
 * #BATCH_TOKENS} padded tokens, several at once; rows come back in the order of the texts. Memory
 * follows {@link #WINDOW} texts, however many are given.
 */
final class TransformerEncoder implements Encoder, TokenEncoder {
  /** Padded tokens a run: measured best from 256 to 512 here; more only fills the caches. */
  static final int BATCH_TOKENS = 512;

  /** Texts looked at together: enough for batches of like length, little enough to hold. */
  static final int WINDOW = 4096;

  /** Sequences whose token rows are held at once, for {@link #encodeTokens}. */
  private static final int TOKEN_WINDOW = 512;

  /** Texts cut into tokens by one task. */
  private static final int CUT_TEXTS = 64;

  private final OnnxModel model;
  private final Recipe recipe;
  private final Identity identity;
  private final TextCutter cutter;
  private final Workers workers;
  private final int dimension;
  private final int queryPromptRows;
  private final int documentPromptRows;
  private final TokenizerFile tokenizerFile;
  private final Consumer<String> warnings;

  /**
   * Takes the model over: closing this closes it.
   *
   * @param cutter made for the same recipe
   * @param tokenizerFile where its tokenizer was read
   */
  TransformerEncoder(
      OnnxModel model,
      TextCutter cutter,
      Recipe recipe,
      Identity identity,
      TokenizerFile tokenizerFile,
      EncoderOptions options) {
    this.model = model;
    this.recipe = recipe;
    this.identity = identity;
    this.cutter = cutter;
    this.tokenizerFile = tokenizerFile;
    this.workers = new Workers(options.threads());
    this.dimension = identity.dimension();
    this.queryPromptRows = recipe.poolsPrompt() ? 0 : cutter.promptRows(recipe.prompts().query());
    this.documentPromptRows =
        recipe.poolsPrompt() ? 0 : cutter.promptRows(recipe.prompts().document());
    this.warnings = options.truncation() == Truncation.WARN ? options.warnings() : message -> {};
  }

  /** What a text, or a part of a split one, is read as, and the row that comes of it. */
  private static final class Run {
    private final Part part;
    private final float[] row;

    Run(Part part, float[] row) {
      this.part = part;
      this.row = row;
    }

    Part part() {
      return part;
    }

    float[] row() {
      return row;
    }
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), dimension, out, firstRow);
    EncodingReport report = EncodingReport.NOTHING;
    for (int from = 0; from < texts.size(); from += WINDOW) {
      int to = Math.min(from + WINDOW, texts.size());
      Cut[] cuts = cutAll(texts.subList(from, to), from, role);
      encodeWindow(cuts, role, out, firstRow + from);
      report = report.plus(report(cuts));
    }
    if (report.truncated() > 0) {
      warnings.accept(
          "%d of %d texts are longer than the %d tokens %s reads: %d tokens were cut off"
              .formatted(
                  report.truncated(),
                  report.texts(),
                  recipe.maxTokens(),
                  identity.name(),
                  report.lostTokens()));
    }
    return report;
  }

  private Cut[] cutAll(List<String> texts, int firstText, Role role) {
    String prompt = recipe.prompts().of(role);
    Cut[] cuts = new Cut[texts.size()];
    int tasks = Math.ceilDiv(texts.size(), CUT_TEXTS);
    workers.run(
        tasks,
        task -> {
          int to = Math.min((task + 1) * CUT_TEXTS, cuts.length);
          for (int i = task * CUT_TEXTS; i < to; i++) {
            cuts[i] = cutter.cut(texts.get(i), prompt, firstText + i);
          }
        });
    return cuts;
  }

  private void encodeWindow(Cut[] cuts, Role role, Matrix out, int firstRow) {
    List<List<Run>> runsByText = new ArrayList<>(cuts.length);
    List<Run> runs = new ArrayList<>(cuts.length);
    for (Cut cut : cuts) {
      List<Run> own =
          cut.parts().stream().map(part -> new Run(part, new float[dimension])).toList();
      runsByText.add(own);
      runs.addAll(own);
    }
    // Longest first: the last batches, which threads wait for each other on, are the shortest.
    runs.sort(Comparator.comparingInt((Run run) -> run.part().length()).reversed());
    List<List<Run>> batches = batches(runs);
    workers.run(batches.size(), batch -> encodeBatch(batches.get(batch), role));
    collect(runsByText, out, firstRow);
  }

  /** Neighbours together until the longest times their number passes the budget. */
  private static List<List<Run>> batches(List<Run> sorted) {
    List<List<Run>> batches = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int most = Math.max(1, BATCH_TOKENS / sorted.get(from).part().length());
      int to = Math.min(from + most, sorted.size());
      batches.add(sorted.subList(from, to));
      from = to;
    }
    return batches;
  }

  private void encodeBatch(List<Run> batch, Role role) {
    int promptRows =
        switch (role) {
          case QUERY -> queryPromptRows;
          case DOCUMENT -> documentPromptRows;
        };
    List<int[]> ids = batch.stream().map(run -> run.part().ids()).toList();
    model.run(
        ids,
        (i, rows) -> {
          TokenRows own = model.isPooled() ? rows : rows.withoutFirst(promptRows);
          float[] row = recipe.head().apply(own, model.isPooled());
          System.arraycopy(row, 0, batch.get(i).row(), 0, dimension);
        });
  }

  /** Rows of whole texts as they are, of split ones as the token-weighted mean of their parts. */
  private void collect(List<List<Run>> runsByText, Matrix out, int firstRow) {
    for (int text = 0; text < runsByText.size(); text++) {
      List<Run> runs = runsByText.get(text);
      float[] row =
          switch (runs.size()) {
            case 0 -> recipe.head().apply(TokenRows.none(model.dimension()));
            case 1 -> runs.getFirst().row();
            default -> mean(runs);
          };
      out.setRow(firstRow + text, row);
    }
  }

  private float[] mean(List<Run> parts) {
    double tokens = parts.stream().mapToInt(run -> run.part().contentTokens()).sum();
    float[] mean = new float[dimension];
    for (Run run : parts) {
      float weight = (float) (run.part().contentTokens() / tokens);
      for (int i = 0; i < dimension; i++) {
        mean[i] += weight * run.row()[i];
      }
    }
    return recipe.head().isUnit() ? new RowLayer.Normalize().apply(mean) : mean;
  }

  private static EncodingReport report(Cut[] cuts) {
    long tokens = 0;
    long truncated = 0;
    long lost = 0;
    for (Cut cut : cuts) {
      tokens += cut.tokens();
      truncated += cut.wasLong() ? 1 : 0;
      lost += cut.lost();
    }
    return new EncodingReport(cuts.length, tokens, truncated, lost);
  }

  /** None for a graph that pools by itself. */
  @Override
  public Optional<TokenEncoder> findTokenEncoder() {
    return model.isPooled() ? Optional.empty() : Optional.of(this);
  }

  @Override
  public Optional<Treatment> findTreatment() {
    Optional<Pooling> pooling = model.isPooled() ? Optional.empty() : Optional.of(pooling());
    return Optional.of(new Treatment(pooling, recipe.head().isUnit(), recipe.prompts()));
  }

  @Override
  public void encodeTokens(List<int[]> sequences, Sink sink) {
    for (int[] ids : sequences) {
      if (ids.length == 0 || ids.length > recipe.maxTokens()) {
        throw new IllegalArgumentException(
            "a sequence of %d tokens, the encoder reads 1 to %d"
                .formatted(ids.length, recipe.maxTokens()));
      }
    }
    for (int from = 0; from < sequences.size(); from += TOKEN_WINDOW) {
      int to = Math.min(from + TOKEN_WINDOW, sequences.size());
      List<TokenRows> rows = tokenRows(sequences.subList(from, to));
      for (int i = 0; i < rows.size(); i++) {
        sink.accept(from + i, rows.get(i));
      }
    }
  }

  private List<TokenRows> tokenRows(List<int[]> sequences) {
    List<Run> runs =
        sequences.stream()
            .map(
                ids -> new Run(new Part(ids, ids.length), new float[ids.length * tokenDimension()]))
            .toList();
    List<Run> sorted = new ArrayList<>(runs);
    sorted.sort(Comparator.comparingInt((Run run) -> run.part().length()).reversed());
    List<List<Run>> batches = batches(sorted);
    workers.run(
        batches.size(),
        b -> {
          List<Run> batch = batches.get(b);
          model.run(
              batch.stream().map(run -> run.part().ids()).toList(),
              (i, rows) -> rows.copyTo(batch.get(i).row()));
        });
    return runs.stream()
        .map(run -> new TokenRows(run.row(), 0, run.part().length(), tokenDimension()))
        .toList();
  }

  @Override
  public int tokenDimension() {
    return model.dimension();
  }

  @Override
  public Pooling pooling() {
    return recipe.head().pooling();
  }

  @Override
  public Tokenizer tokenizer() {
    return cutter.tokenizer();
  }

  @Override
  public Json.Members tokenizerJson() throws IOException {
    Json.Members tokenizer = TokenizerJson.withoutLimits(tokenizerFile.json());
    return recipe.lowerCases() ? TokenizerJson.lowerCasing(tokenizer) : tokenizer;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public int maxTokens() {
    return recipe.maxTokens();
  }

  @Override
  public int countTokens(String text) {
    return cutter.count(text);
  }

  @Override
  public Similarity similarity() {
    return recipe.similarity();
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  @Override
  public void close() {
    workers.close();
    model.close();
  }
}
