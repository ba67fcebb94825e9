package dev.akin.study.benchmark;

import dev.akin.eval.complexity.DatasetComplexity;
import dev.akin.eval.complexity.SolverError;
import dev.akin.eval.pair.Correlation;
import dev.akin.eval.regression.Coefficient;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.benchmark.DomainGap.DataSet;
import dev.akin.study.benchmark.SmallSuite.Chosen;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.Task;
import dev.akin.study.task.TaskType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Whether general benchmarks order systems as those of a domain do, complexity held equal. */
public final class DomainModelsStudy implements Study {
  private static final List<String> MEASURES = List.of("word entropy", "fog index", "solver error");

  private static final List<String> SYSTEMS =
      List.of(
          "bow",
          "hashed-64",
          "hashed-256",
          "hashed-1024",
          "minilm@tokens=64",
          "minilm@128d@tokens=64",
          "minilm@32d@tokens=64",
          "minilm@bit@tokens=64",
          "minilm@tokens=32",
          "minilm@pool=first@tokens=32",
          "bge-small@tokens=64",
          "bge-small@128d@tokens=64",
          "bge-small@32d@tokens=64",
          "bge-small@bit@tokens=64");

  @Override
  public String name() {
    return "domain-models";
  }

  @Override
  public String title() {
    return "Whether general benchmarks speak for a domain";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Do We Need Domain-Specific Embedding Models? An Empirical Investigation",
        "Tang and Yang",
        2024,
        "models that lead on general benchmarks need not lead on those of a domain (finance), and"
            + " that is not explained by how complex its data sets are.");
  }

  @Override
  public List<String> data() {
    return SmallSuite.data();
  }

  @Override
  public String design() {
    return """
    Ten general data sets (sentence pairs, questions on Wikipedia, questions, news, reviews of films)
    and eight of a domain: products and papers as records, medicine, aeronautics, computing and library
    science to be searched, customers' words to a bank. Of the paper's finance data none is at hand.
    Samples keep the run short: 400 pairs, 400 test texts, 200 questions on Wikipedia, 800 documents a
    corpus with all relevant ones, 64 tokens a text.

    Fourteen systems (counted and hashed words, two encoders, whole, cut, as bits, with fewer tokens and
    another pooling) are scored on each. For each pair of data sets Spearman's ρ of the scores says how
    alike the two order the systems; pairs of two domain sets are left out, as their domains differ.
    Least squares explain ρ by whether one of the two is of a domain, whether the tasks are of two types
    (pairs, retrieval, labels), and how far apart the two sets are in complexity: mean entropy of a
    text's words, mean fog index, and what a solver without embeddings leaves (1 − nDCG@10 of BM25, 1 −
    ρ or 1 − accuracy of tf-idf). The paper's fourth measure, dependency distance, takes parsed texts
    and is left out; its solver is a language model.

    The claim as a figure: the ρ that is lost when one of the two sets is of a domain, all else equal;
    above 0, general sets speak less for a domain than for one another. Control: by how much that is
    more than on average over exchanges of the labels *general* and *domain* among sets of one type.
    Intervals are over data sets; the systems stay the same.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<Chosen> chosen = SmallSuite.open(context);
    Results results = Results.measure(context, SYSTEMS, chosen.stream().map(Chosen::task).toList());
    List<DataSet> sets = new ArrayList<>();
    for (Chosen one : chosen) {
      context.progress().accept("complexity of " + one.task().name());
      DatasetComplexity complexity =
          DatasetComplexity.of(one.texts()).with(solverError(context, one.task()));
      sets.add(
          new DataSet(
              one.task().name(),
              one.isDomain(),
              one.task().type().printedName(),
              List.of(
                  complexity.entropy(),
                  complexity.fog(),
                  complexity.solverError().orElseThrow().rate()),
              SYSTEMS.stream().map(system -> results.value(system, one.task().name())).toList()));
    }
    return outcome(SYSTEMS, sets, MEASURES, context.seed());
  }

  /** What is left to be done when BM25 or tf-idf has done it. */
  private static SolverError solverError(StudyContext context, Task task) throws IOException {
    String solver = task.type() == TaskType.RETRIEVAL ? "bm25" : "tfidf";
    double score = task.evaluate(context.systems().open(SystemSpec.parse(solver))).mainScore();
    return new SolverError(solver, Math.clamp(1 - score, 0, 1));
  }

  /** The outcome of any scores. */
  static Outcome outcome(
      List<String> systems, List<DataSet> sets, List<String> measures, long seed) {
    DomainGap gap = new DomainGap(sets, measures);
    Estimate loss = Estimate.of(sets.size(), gap::loss);
    Estimate shuffled = Estimate.of(sets.size(), items -> gap.shuffledLoss(items, seed));
    return new Outcome(
        Contrast.none()
            .plus(1, "sets", loss)
            .measure(
                "ρ lost between a general and a domain set, type and complexity equal", 0, seed),
        Contrast.none()
            .plusDifference(1, "sets", loss, shuffled)
            .measure("ρ lost − ρ lost with the labels exchanged", 0, seed),
        List.of(
            agreements(gap), coefficients(gap), complexities(gap, measures), orders(systems, sets)),
        List.of(
            "Many systems are forms of the same two encoders: ρ says whether data sets agree on"
                + " dimensions, bits and counted words too, and not on encoders alone.",
            "Standard errors of the fit take pairs as independent, which they are not, as a data"
                + " set is in many; the verdict's interval draws whole data sets."));
  }

  private static ResultTable agreements(DomainGap gap) {
    ResultTable.Builder table =
        ResultTable.titled(
            "Spearman's ρ of the systems on two data sets, mean over pairs",
            "tasks",
            "two general sets",
            "a general and a domain set");
    for (boolean sameType : new boolean[] {true, false}) {
      table.row(
          sameType ? "of one type" : "of two types",
          meanAgreement(gap, sameType, false),
          meanAgreement(gap, sameType, true));
    }
    return table.build();
  }

  private static String meanAgreement(DomainGap gap, boolean sameType, boolean isMixed) {
    List<Double> found = new ArrayList<>();
    List<DataSet> sets = gap.sets();
    for (int i = 0; i < sets.size(); i++) {
      for (int j = 0; j < i; j++) {
        int domains = (sets.get(i).isDomain() ? 1 : 0) + (sets.get(j).isDomain() ? 1 : 0);
        if (gap.areOfOneType(i, j) == sameType && domains == (isMixed ? 1 : 0)) {
          found.add(gap.agreement(i, j));
        }
      }
    }
    return found.isEmpty()
        ? "–"
        : String.format(
            Locale.ROOT,
            "%.4f (%d pairs)",
            found.stream().mapToDouble(Double::doubleValue).average().orElse(0),
            found.size());
  }

  private static ResultTable coefficients(DomainGap gap) {
    int[] all = new int[gap.sets().size()];
    Arrays.setAll(all, i -> i);
    ResultTable.Builder table =
        ResultTable.titled(
            "What explains ρ (differences of complexity in standard deviations over the sets)",
            "term",
            "coefficient",
            "standard error");
    for (Coefficient coefficient : gap.fit().coefficients()) {
      table.row(
          coefficient.name(),
          Results.digits(coefficient.value()),
          Results.digits(coefficient.standardError()));
    }
    table.row(
        "one set is of a domain, complexity left out",
        Results.digits(-gap.lossWithoutComplexity(all)),
        "–");
    return table.build();
  }

  private static ResultTable complexities(DomainGap gap, List<String> measures) {
    List<String> columns = new ArrayList<>(List.of("set", "task", "kind"));
    columns.addAll(measures);
    columns.add("mean ρ with general sets");
    ResultTable.Builder table = ResultTable.titled("The data sets", columns.toArray(String[]::new));
    List<DataSet> sets = gap.sets();
    for (int i = 0; i < sets.size(); i++) {
      DataSet set = sets.get(i);
      List<String> cells =
          new ArrayList<>(List.of(set.name(), set.type(), set.isDomain() ? "domain" : "general"));
      set.complexities().forEach(value -> cells.add(String.format(Locale.ROOT, "%.3f", value)));
      double sum = 0;
      int others = 0;
      for (int j = 0; j < sets.size(); j++) {
        if (j != i && !sets.get(j).isDomain()) {
          sum += gap.agreement(i, j);
          others++;
        }
      }
      cells.add(Results.digits(sum / others));
      table.row(cells.toArray(String[]::new));
    }
    return table.build();
  }

  /** Mean scores, and how alike the two columns order the systems. */
  private static ResultTable orders(List<String> systems, List<DataSet> sets) {
    double[] general = means(sets.stream().filter(set -> !set.isDomain()).toList());
    double[] domain = means(sets.stream().filter(DataSet::isDomain).toList());
    ResultTable.Builder table =
        ResultTable.titled(
            "Mean of the main figures; Spearman's ρ of the two columns is %.4f"
                .formatted(Correlation.of(general, domain).spearman()),
            "system",
            "general sets",
            "domain sets");
    for (int s = 0; s < systems.size(); s++) {
      table.row(systems.get(s), Results.digits(general[s]), Results.digits(domain[s]));
    }
    return table.build();
  }

  private static double[] means(List<DataSet> sets) {
    double[] means = new double[sets.getFirst().scores().size()];
    Arrays.setAll(
        means, s -> sets.stream().mapToDouble(set -> set.scores().get(s)).average().orElseThrow());
    return means;
  }
}
