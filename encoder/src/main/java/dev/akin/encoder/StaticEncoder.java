package dev.akin.encoder;

import dev.akin.encoder.head.Head;
import dev.akin.text.TokenSequence;
import dev.akin.text.Tokenizer;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * A table of token rows and their mean: model2vec and StaticEmbedding models (van Dongen and
 * Tulkens 2024). Hundreds of times faster than the transformer it was distilled from.
 *
 * <p>Every token of a text is read, special tokens are not added, and both roles give the same row
 * unless the model has prompts. Rows lie on the heap.
 */
final class StaticEncoder implements WholeTextEncoder {
  /** Texts of one task: enough to be worth a hand-over, few enough to share among threads. */
  private static final int TASK_TEXTS = 128;

  private final Tokenizer tokenizer;
  private final StaticTable table;
  private final Head head;
  private final Prompts prompts;
  private final Similarity similarity;
  private final Identity identity;
  private final Workers workers;

  StaticEncoder(
      Tokenizer tokenizer, StaticTable table, Recipe recipe, Identity identity, int threads) {
    this.tokenizer = tokenizer;
    this.table = table;
    this.head = recipe.head();
    this.prompts = recipe.prompts();
    this.similarity = recipe.similarity();
    this.identity = identity;
    this.workers = new Workers(threads);
  }

  @Override
  public EncodingReport encode(List<String> texts, Role role, Matrix out, int firstRow) {
    RowRange.check(texts.size(), identity.dimension(), out, firstRow);
    LongAdder tokens = new LongAdder();
    String prompt = prompts.of(role);
    workers.run(
        Math.ceilDiv(texts.size(), TASK_TEXTS),
        task -> {
          int to = Math.min((task + 1) * TASK_TEXTS, texts.size());
          for (int i = task * TASK_TEXTS; i < to; i++) {
            TokenSequence sequence = tokenizer.encodeContent(prompt + texts.get(i));
            tokens.add(sequence.length());
            out.setRow(firstRow + i, head.applyLayers(table.mean(sequence)));
          }
        });
    return new EncodingReport(texts.size(), tokens.sum(), 0, 0);
  }

  @Override
  public int countTokens(String text) {
    return tokenizer.encodeContent(text).length();
  }

  @Override
  public Similarity similarity() {
    return similarity;
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public Optional<Treatment> findTreatment() {
    return Optional.of(new Treatment(Optional.of(head.pooling()), head.isUnit(), prompts));
  }

  @Override
  public String toString() {
    return identity.toString();
  }

  @Override
  public void close() {
    workers.close();
  }
}
