package dev.akin.study.benchmark;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.task.StsTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where counting words beats dense rows on the similarity of texts. */
public final class BagOfWordsStudy implements Study {
  private static final List<String> GENERAL = List.of("stsb-en", "sts13", "sts16");
  private static final int PAIRS = 600;
  private static final List<String> WORDS = List.of("bow", "tfidf", "hashed-512");
  private static final List<String> DENSE = List.of("minilm", "bge-small");

  private static final List<String> DOMAIN =
      List.of("Structured/Amazon-Google", "Textual/Abt-Buy", "Structured/DBLP-ACM");

  @Override
  public String name() {
    return "bag-of-words";
  }

  @Override
  public String title() {
    return "A bag of words against dense encoders on similarity";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "FinMTEB: Finance Massive Text Embedding Benchmark",
        "Tang and Yang",
        2025,
        "on the similarity of texts of a domain (finance) a plain bag of words beats dense"
            + " encoders.");
  }

  @Override
  public List<String> data() {
    List<String> data = new ArrayList<>(List.of("sts/stsb-en", "sts/sts13", "sts/sts16"));
    DOMAIN.forEach(set -> data.add("tables/magellan/" + set));
    return data;
  }

  @Override
  public String design() {
    return """
    No financial pairs are at hand. Records of products and of papers, paired and labelled as the
    same or not, stand in for a domain whose words are names, numbers and codes; sentence pairs of
    STS are the general texts. The figure is Spearman's rank correlation of cosines with what people
    said, for labels too, so that sets compare. Up to 600 pairs a set are drawn.

    The claim as a figure: `bow` minus the better of `minilm` and `bge-small` on each domain set,
    averaged over the sets. Control: the same difference on domain sets minus that on general sets;
    were a bag of words as good or bad everywhere, it would be 0. The better dense encoder is chosen
    on all pairs of a set, which leans against the claim a little.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    List<StsTask> general = new ArrayList<>();
    for (String name : GENERAL) {
      general.add(((StsTask) context.tasks().open(name)).sampled(PAIRS, context.seed()));
    }
    List<StsTask> domain = new ArrayList<>();
    for (String set : DOMAIN) {
      String file = "tables/magellan/" + set + "/test.txt.gz";
      domain.add(
          new StsTask(
              set.substring(set.indexOf('/') + 1),
              EntityPairs.read(context.require(file)).sampled(PAIRS, context.seed())));
    }
    Results results =
        Results.measure(
            context,
            Stream.concat(WORDS.stream(), DENSE.stream()).toList(),
            Stream.concat(general.stream(), domain.stream()).toList());
    return outcome(
        results,
        DENSE,
        general.stream().map(StsTask::name).toList(),
        domain.stream().map(StsTask::name).toList(),
        context.seed());
  }

  /**
   * The outcome of any figures.
   *
   * @param dense the encoders of which the better is held against {@code bow}
   * @param general names of tasks
   * @param domain names of others
   */
  static Outcome outcome(
      Results results, List<String> dense, List<String> general, List<String> domain, long seed) {
    Contrast claim = Contrast.none();
    Contrast control = Contrast.none();
    for (String task : domain) {
      claim = plus(claim, results, dense, task, 1.0 / domain.size());
      control = plus(control, results, dense, task, 1.0 / domain.size());
    }
    for (String task : general) {
      control = plus(control, results, dense, task, -1.0 / general.size());
    }
    return new Outcome(
        claim.measure("Spearman, bow − best dense, domain sets", 0, seed),
        control.measure("bow − best dense, on domain sets more than on general ones", 0, seed),
        List.of(results.table("Spearman's ρ of cosines"), differences(results, dense, seed)),
        List.of(
            "Pairs of records were chosen by their makers with the help of shared words, so that a"
                + " bag of words has less to tell apart than in texts taken at random."));
  }

  private static Contrast plus(
      Contrast sum, Results results, List<String> dense, String task, double weight) {
    return sum.plusDifference(
        weight, task, results.figure("bow", task), best(results, dense, task));
  }

  private static Estimate best(Results results, List<String> dense, String task) {
    String best = dense.getFirst();
    for (String system : dense) {
      best = results.value(system, task) > results.value(best, task) ? system : best;
    }
    return results.figure(best, task);
  }

  private static ResultTable differences(Results results, List<String> dense, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "A bag of words against the best dense encoder", "set", "difference", "95 % interval");
    for (String task : results.tasks()) {
      Measure found =
          Contrast.none()
              .plusDifference(1, task, results.figure("bow", task), best(results, dense, task))
              .measure(task, 0, seed);
      table.row(task, Results.digits(found.value()), Results.interval(found));
    }
    return table.build();
  }
}
