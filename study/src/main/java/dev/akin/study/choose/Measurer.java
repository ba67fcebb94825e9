package dev.akin.study.choose;

import dev.akin.eval.JudgedRun;
import dev.akin.eval.Metric;
import dev.akin.eval.Run;
import dev.akin.eval.significance.Estimate;
import dev.akin.search.Query;
import dev.akin.study.choose.ChoiceRow.Cost;
import dev.akin.study.choose.Encodings.Rate;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.Ranker;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Measures one system after the other on one task: quality, time, bytes. */
final class Measurer {
  private static final int TIMED_QUERIES = 50;
  private static final int TIMED_DEPTH = 10;

  private final Systems systems;
  private final RetrievalTask task;
  private final Metric metric;
  private final Encodings encodings;
  private final Timer timer;
  private final List<String> sample;

  /** Seconds that making what is searched took, the first time: later it is shared. */
  private final Map<String, Double> prepared = new HashMap<>();

  /** Rankings of BM25 and of the encoders as they are. */
  private final List<Run> runs = new ArrayList<>();

  Measurer(Systems systems, RetrievalTask task, Metric metric, Encodings encodings, Timer timer) {
    this.systems = systems;
    this.task = task;
    this.metric = metric;
    this.encodings = encodings;
    this.timer = timer;
    sample =
        CorpusSample.texts(
            task.set().corpus(), task.set().documents(), Encodings.SAMPLE, new SplittableRandom(0));
  }

  RetrievalTask task() {
    return task;
  }

  Rate rate(Embedding spec) throws IOException {
    return encodings.rate(spec, sample, task.set().queries());
  }

  List<Run> runs() {
    return List.copyOf(runs);
  }

  Choice.Measured measure(SystemSpec spec) throws IOException {
    MeasuredSystem system = systems.open(spec);
    double start = timer.now();
    try (Ranker ranker = system.prepare(task.set().corpus())) {
      prepared.putIfAbsent(spec.text(), timer.now() - start);
      Run run = task.run(system);
      if (spec instanceof SystemSpec.Lexical
          || (spec instanceof Embedding e && e.equals(Embedding.of(e.model())))) {
        runs.add(run);
      }
      Estimate figure = Estimate.mean(JudgedRun.of(task.set().qrels(), run).values(metric));
      double build = buildSeconds(spec);
      double millis = millis(spec, ranker.onOneThread());
      double bytes = (double) ranker.bytes() / Math.max(1, ranker.size());
      return new Choice.Measured(spec, figure, new Cost(millis, bytes, build));
    }
  }

  private double millis(SystemSpec spec, Ranker alone) throws IOException {
    List<Query> queries = task.set().queries().stream().limit(TIMED_QUERIES).toList();
    // Rows of queries come from the cache here; what encoding them takes is added below.
    alone.rank(queries, TIMED_DEPTH);
    double[] millis = new double[queries.size()];
    for (int i = 0; i < millis.length; i++) {
      double start = timer.now();
      alone.rank(List.of(queries.get(i)), TIMED_DEPTH);
      millis[i] = (timer.now() - start) * 1000;
    }
    double sum = Timer.median(millis);
    for (Embedding embedding : Encodings.of(spec)) {
      sum += rate(embedding).queryMillis();
    }
    return sum;
  }

  /** Encoding each document once a reading, and each part of the system prepared once. */
  private double buildSeconds(SystemSpec spec) throws IOException {
    double seconds = 0;
    for (Embedding embedding : Encodings.of(spec)) {
      seconds += rate(embedding).documentSeconds() * task.set().documents();
    }
    for (SystemSpec part : parts(spec)) {
      seconds += prepared.getOrDefault(part.text(), 0.0);
    }
    return seconds;
  }

  private static List<SystemSpec> parts(SystemSpec spec) {
    return switch (spec) {
      case SystemSpec.Lexical _, SystemSpec.Words _, SystemSpec.Fitted _, Embedding _ ->
          List.of(spec);
      case SystemSpec.Fused fused -> fused.legs();
      case SystemSpec.Reranked reranked -> List.of(reranked.first(), reranked.second());
    };
  }
}
