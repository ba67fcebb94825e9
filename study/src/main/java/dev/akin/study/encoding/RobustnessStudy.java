package dev.akin.study.encoding;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.task.ScoredPairs;
import dev.akin.study.task.StsTask;
import dev.akin.text.edit.TextEdit;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Whether rows notice what changes a meaning, and not what does not. */
public final class RobustnessStudy implements Study {
  private static final int TEXTS = 300;
  private static final TextEdit KEEPS = new TextEdit.Typo();
  private static final TextEdit CHANGES = new TextEdit.Negation();
  private static final String OTHER = "another sentence";
  private static final List<String> MODELS = List.of("minilm", "bge-small");
  private static final List<String> WORDS = List.of("hashed-512", "bow");

  @Override
  public String name() {
    return "robustness";
  }

  @Override
  public String title() {
    return "Overstable and oversensitive: small edits that matter, and that do not";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "AES Systems Are Both Overstable And Oversensitive",
        "Singla et al.",
        2021,
        "neural scorers of text act like bags of words: edits that change the meaning hardly move"
            + " them, edits that do not change it do.");
  }

  @Override
  public List<String> data() {
    return List.of("sts/stsb-en");
  }

  @Override
  public String design() {
    return """
    The paper scored essays; here encoders of sentences are probed. Sentences of STS-B are changed by
    five edits: two letters swapped in one word, all upper case, another number, a negation put in or
    taken out, the words in another order. How alike the two rows are (cosine) says how much an encoder
    noticed. 300 sentences that can be both negated and mistyped are changed by each edit that fits
    them; an edit that fits few of them, as another number, is tried on other sentences too, up to 300.

    The claim as a figure: the cosine with the negated sentence minus the cosine with the mistyped one,
    over the same 300 sentences, averaged over `minilm` and `bge-small`. Above 0, a slip of the fingers
    moves a sentence further than its opposite: oversensitive and overstable at once. Control: the
    cosine with the negated sentence minus that with the sentence after it in the list, which is about
    something else; an encoder that gives anything to anyone fails it. `bow` must not notice another
    order at all.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    ScoredPairs pairs = ((StsTask) context.tasks().open("stsb-en")).pairs();
    List<Probe> probes =
        probes(
            Stream.concat(pairs.first().stream(), pairs.second().stream()).distinct().toList(),
            context.seed());
    List<Noticed> noticed = new ArrayList<>();
    for (String system : Stream.concat(MODELS.stream(), WORDS.stream()).toList()) {
      context.progress().accept(system);
      for (Probe probe : probes) {
        noticed.add(probe.noticed(context, system));
      }
    }
    return outcome(noticed, MODELS, context.seed());
  }

  /**
   * Sentences and what became of them, one probe an edit and one with another sentence each.
   *
   * @param pool distinct sentences
   */
  static List<Probe> probes(List<String> pool, long seed) {
    List<String> shared =
        pool.stream()
            .filter(text -> KEEPS.apply(text, 0).isPresent() && CHANGES.apply(text, 0).isPresent())
            .limit(TEXTS)
            .toList();
    List<Probe> probes = new ArrayList<>();
    for (TextEdit edit : TextEdit.all()) {
      List<String> texts =
          Stream.concat(shared.stream(), pool.stream())
              .distinct()
              .filter(text -> edit.apply(text, 0).isPresent())
              .limit(TEXTS)
              .toList();
      List<String> changed = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        changed.add(edit.apply(texts.get(i), seed + i).orElseThrow());
      }
      probes.add(new Probe(edit.name(), edit.keepsMeaning(), texts, changed));
    }
    List<String> others = new ArrayList<>(shared);
    Collections.rotate(others, -1);
    probes.add(new Probe(OTHER, false, shared, others));
    return probes;
  }

  /**
   * Texts before and after a change.
   *
   * @param after one for each before
   */
  record Probe(String change, boolean keepsMeaning, List<String> before, List<String> after) {
    Probe {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    private Noticed noticed(StudyContext context, String system) throws IOException {
      List<String> all = Stream.concat(before.stream(), after.stream()).toList();
      Encoder encoder =
          context.systems().open(SystemSpec.parse(system)).requireEncoder("robustness", all);
      List<Double> cosines = new ArrayList<>();
      try (Matrix rows = encoder.encode(all, Role.DOCUMENT)) {
        for (int i = 0; i < before.size(); i++) {
          cosines.add(
              (double) Similarity.COSINE.between(rows.copyRow(i), rows.copyRow(before.size() + i)));
        }
      }
      return new Noticed(system, change, keepsMeaning, cosines);
    }
  }

  /**
   * How alike one system's rows are before and after a change.
   *
   * @param cosines one a text; for all changes that the claim is about, of the same texts
   */
  record Noticed(String system, String change, boolean keepsMeaning, List<Double> cosines) {
    Noticed {
      cosines = List.copyOf(cosines);
    }

    private Estimate mean() {
      return Estimate.mean(cosines.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }

  /**
   * The outcome of any cosines.
   *
   * @param models whose mean the claim is about
   */
  static Outcome outcome(List<Noticed> noticed, List<String> models, long seed) {
    Contrast claim = Contrast.none();
    Contrast control = Contrast.none();
    double weight = 1.0 / models.size();
    for (String model : models) {
      Estimate changed = require(noticed, model, CHANGES.name());
      claim = claim.plusDifference(weight, "texts", changed, require(noticed, model, KEEPS.name()));
      control = control.plusDifference(weight, "texts", changed, require(noticed, model, OTHER));
    }
    return new Outcome(
        claim.measure("cosine, negated − mistyped", 0, seed),
        control.measure("cosine, negated − another sentence", 0, seed),
        List.of(table(noticed, seed)),
        List.of("Negations are made by rule and some read badly."));
  }

  private static Estimate require(List<Noticed> noticed, String system, String change) {
    return noticed.stream()
        .filter(one -> one.system().equals(system) && one.change().equals(change))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException("%s was not probed with %s".formatted(system, change)))
        .mean();
  }

  private static ResultTable table(List<Noticed> noticed, long seed) {
    ResultTable.Builder table =
        ResultTable.titled(
            "Cosine of a sentence with its change",
            "system",
            "edit",
            "keeps the meaning",
            "sentences",
            "cosine",
            "95 % interval");
    for (Noticed one : noticed) {
      Measure mean = Contrast.none().plus(1, "texts", one.mean()).measure(one.change(), 0, seed);
      table.row(
          one.system(),
          one.change(),
          one.keepsMeaning() ? "yes" : "no",
          Integer.toString(one.cosines().size()),
          Results.digits(mean.value()),
          Results.interval(mean));
    }
    return table.build();
  }
}
