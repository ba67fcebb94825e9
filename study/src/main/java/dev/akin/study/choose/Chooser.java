package dev.akin.study.choose;

import dev.akin.study.choose.Choice.LeftOut;
import dev.akin.study.choose.Choice.Measured;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Walks a grid in stages under a time budget. Each stage starts from the best of the one before:
 * first every encoder as it is, and BM25; then each encoder's other prompts and poolings; of its
 * best reading the dimensions and precisions, then the graph, fusion with BM25, and reranking.
 * Every text is encoded once for each model and reading; all else is made of those rows.
 *
 * <p>Before each step its time is estimated from what was measured. A step that does not fit is
 * left out and named in the result; smaller ones that fit are still taken. For one thread.
 */
public final class Chooser {
  /** What is held of prepared corpora, to be shared by systems made of the same parts. */
  private static final long MOST_BYTES = 1L << 30;

  /** Of encoding, after which its speed is known better than by the estimate. */
  private static final double SURE_SECONDS = 20;

  private final Systems systems;
  private final ChoiceGrid grid;
  private final ChoiceOptions options;
  private final LongSupplier nanos;

  /**
   * A chooser.
   *
   * @param systems opens the grid's systems; stays the caller's
   * @param nanos the clock of the budget and of all times, in nanoseconds: {@link System#nanoTime}
   */
  public Chooser(Systems systems, ChoiceGrid grid, ChoiceOptions options, LongSupplier nanos) {
    this.systems = systems;
    this.grid = grid;
    this.options = options;
    this.nanos = nanos;
  }

  /**
   * Measures what fits.
   *
   * @param whole corpus, queries and judgments; of a corpus whose encoding would take more than
   *     half of the budget a hard subset is used, which the notes say
   * @throws IllegalArgumentException if a model cannot be opened or there are fewer than two
   *     queries
   */
  public Choice run(RetrievalTask whole, ChoiceListener listener) throws IOException {
    if (whole.set().queries().size() < 2) {
      throw new IllegalArgumentException(
          "%s has 1 judged query; intervals and tests need two or more".formatted(whole.name()));
    }
    systems.keepPrepared(MOST_BYTES);
    Timer timer = new Timer(nanos, options.budget());
    Encodings encodings = new Encodings(systems, timer);
    CorpusFit fit = new CorpusFit(systems, grid, encodings, timer);
    CorpusFit.Fitted fitted = fit.of(whole, listener);
    Measurer measurer = new Measurer(systems, fitted.task(), options.metric(), encodings, timer);
    return new Walk(measurer, encodings, timer, listener).go(fitted);
  }

  /** One walk through the grid. */
  private final class Walk {
    private final Measurer measurer;
    private final Encodings encodings;
    private final Timer timer;
    private final ChoiceListener listener;
    private final Map<String, Measured> measured = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** Model and reading of which all rows are in the cache. */
    private final Set<String> encoded = new HashSet<>();

    /** Spaces that were measured, and by which system. */
    private final Map<String, String> spaces = new HashMap<>();

    /** The longest that a step took whose rows were there; with a graph to be built. */
    private double usualSeconds;

    private double graphSeconds;

    Walk(Measurer measurer, Encodings encodings, Timer timer, ChoiceListener listener) {
      this.measurer = measurer;
      this.encodings = encodings;
      this.timer = timer;
      this.listener = listener;
    }

    Choice go(CorpusFit.Fitted fitted) throws IOException {
      for (SystemSpec spec : grid.start()) {
        step(spec);
      }
      for (Embedding model : grid.models()) {
        all(grid.readingsOf(model));
      }
      List<Embedding> best = bestReadings();
      for (Embedding each : best) {
        all(grid.formsOf(each));
      }
      for (Embedding each : best) {
        all(grid.fusionsOf(each));
      }
      rerankings(best);
      for (Embedding each : best) {
        all(grid.graphOf(each));
      }
      if (measured.isEmpty()) {
        throw new IllegalArgumentException(
            "the budget of %.0f s is over before anything was measured: give more, or fewer encoders"
                .formatted(timer.budget()));
      }
      return new Choice(
          fitted.task().name(),
          fitted.task().data(),
          options.metric().name(),
          Choice.ranked(List.copyOf(measured.values()), options.comparison()),
          Agreement.ofPairs(measurer.runs()),
          leftOut,
          fitted.notes());
    }

    private void all(List<SystemSpec> specs) throws IOException {
      for (SystemSpec spec : specs) {
        step(spec);
      }
    }

    /** Each model's best reading among those measured, best model first. */
    private List<Embedding> bestReadings() {
      List<Embedding> best = new ArrayList<>();
      for (Embedding model : grid.models()) {
        measured.values().stream()
            .filter(m -> m.spec() instanceof Embedding e && e.model().equals(model.model()))
            .max(Comparator.comparingDouble(m -> m.figure().value()))
            .ifPresent(m -> best.add((Embedding) m.spec()));
      }
      best.sort(Comparator.comparingDouble((Embedding e) -> quality(e)).reversed());
      return best;
    }

    private double quality(SystemSpec spec) {
      return Optional.ofNullable(measured.get(spec.text()))
          .map(m -> m.figure().value())
          .orElse(Double.NEGATIVE_INFINITY);
    }

    /** The best encoder over BM25, and over the cheapest form of itself and of the others. */
    private void rerankings(List<Embedding> best) throws IOException {
      if (best.isEmpty()) {
        return;
      }
      Embedding second = best.getFirst();
      all(grid.rerankedBy(second, new SystemSpec.Lexical()));
      for (Embedding reading : best) {
        Optional<SystemSpec> first =
            measured.values().stream()
                .filter(m ->
                    m.spec() instanceof Embedding e
                        && Encodings.whole(e).equals(Encodings.whole(reading))
                        && !e.equals(second))
                .min(Comparator.comparingDouble(m -> m.cost().bytesADocument()))
                .map(Measured::spec);
        if (first.isPresent()) {
          all(grid.rerankedBy(second, first.get()));
        }
      }
    }

    private void step(SystemSpec spec) throws IOException {
      if (measured.containsKey(spec.text())) {
        return;
      }
      if (listener.isStopped()) {
        leftOut.add(new LeftOut(spec.text(), "stopped"));
        return;
      }
      listener.onStep(spec.text(), timer.left());
      try {
        if (!isRepeated(spec) && fits(spec) && encodesAll(spec)) {
          measure(spec);
        }
      } catch (IllegalArgumentException e) {
        // A model without other poolings, a cut longer than its rows: no system, and no failure.
        if (grid.start().contains(spec)) {
          throw e;
        }
        leftOut.add(new LeftOut(spec.text(), String.valueOf(e.getMessage())));
      }
    }

    private void measure(SystemSpec spec) throws IOException {
      double start = timer.now();
      measured.put(spec.text(), measurer.measure(spec));
      double seconds = timer.now() - start;
      if (isGraph(spec)) {
        graphSeconds = Math.max(graphSeconds, seconds);
      } else {
        usualSeconds = Math.max(usualSeconds, seconds);
      }
    }

    private static boolean isGraph(SystemSpec spec) {
      return spec instanceof Embedding e && e.isGraph();
    }

    /** Whether another reading gives the same space, as without prompts where a model has none. */
    private boolean isRepeated(SystemSpec spec) throws IOException {
      if (!(spec instanceof Embedding e) || !e.equals(Encodings.whole(e))) {
        return false;
      }
      String same = spaces.putIfAbsent(measurer.rate(e).identity(), spec.text());
      if (same != null) {
        leftOut.add(new LeftOut(spec.text(), "gives the same rows as " + same));
      }
      return same != null;
    }

    private boolean fits(SystemSpec spec) throws IOException {
      double estimate = isGraph(spec) ? Math.max(graphSeconds, usualSeconds) : usualSeconds;
      for (Embedding embedding : Encodings.of(spec)) {
        if (!encoded.contains(embedding.text())) {
          estimate +=
              encodings.cachedSeconds(embedding, measurer.task().set())
                  * measurer.task().set().documents();
        }
      }
      double left = timer.left();
      if (estimate > left) {
        leftOut.add(
            new LeftOut(
                spec.text(),
                String.format(
                    Locale.ROOT,
                    "would take about %.0f s, %.0f s of the budget are left",
                    estimate,
                    Math.max(0, left))));
      }
      return estimate <= left;
    }

    /** Encodes what the system needs; not if the time is over in the middle. */
    private boolean encodesAll(SystemSpec spec) throws IOException {
      for (Embedding embedding : Encodings.of(spec)) {
        if (!encoded.contains(embedding.text())) {
          double start = timer.now();
          if (!encodings.encode(
              embedding, measurer.task().set().corpus(), done -> goesOn(embedding, done, start))) {
            leftOut.add(
                new LeftOut(
                    spec.text(),
                    listener.isStopped()
                        ? "stopped"
                        : "encoding it turned out not to fit the budget"));
            return false;
          }
          encoded.add(embedding.text());
        }
      }
      return true;
    }

    private boolean goesOn(Embedding embedding, int done, double start) {
      double left = timer.left();
      double taken = timer.now() - start;
      int documents = measurer.task().set().documents();
      listener.onStep(
          String.format(
              Locale.ROOT, "%s: %,d of %,d documents encoded", embedding.text(), done, documents),
          left);
      // The estimate may have been wrong: what cannot end in time must not eat the whole budget.
      boolean isTooSlow =
          done > 0 && taken > SURE_SECONDS && taken / done * (documents - done) > left;
      return left > 0 && !isTooSlow && !listener.isStopped();
    }
  }
}
