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
import dev.akin.study.task.StsTask;
import dev.akin.text.edit.TextEdit;
import dev.akin.vector.Matrix;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether rows notice what changes a meaning, and not what does not. */
public final class RobustnessStudy implements Study {
  private static final int TEXTS = 300;
  private static final TextEdit KEEPS = new TextEdit.Typo();
  private static final TextEdit CHANGES = new TextEdit.Negation();

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
    The paper scored essays; here encoders of sentences are probed. Up to 300 sentences of STS-B that
    can be negated and mistyped are each changed by five edits: two letters swapped in one word, all
    upper case, another number, a negation put in or taken out, the words in another order. How alike
    the two rows are (cosine) says how much an encoder noticed; a number is changed only where there
    is one.

    The claim as a figure: the cosine with the negated sentence minus the cosine with the mistyped one,
    averaged over `minilm` and `bge-small`. Above 0, a slip of the fingers moves a sentence further
    than its opposite: oversensitive and overstable at once. Control: the cosine with the negated
    sentence minus that with the sentence after it in the list, which is about something else; an
    encoder that gives anything to anyone fails it. `bow` must not notice another order at all.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    StsTask task = (StsTask) context.tasks().open("stsb-en");
    List<String> texts =
        task.pairs().first().stream()
            .distinct()
            .filter(text -> KEEPS.apply(text, 0).isPresent() && CHANGES.apply(text, 0).isPresent())
            .limit(TEXTS)
            .toList();
    return outcome(context, List.of("minilm", "bge-small"), texts);
  }

  /**
   * The outcome on any texts.
   *
   * @param models whose mean the claim is about
   * @param texts each can be mistyped and negated; two or more
   */
  static Outcome outcome(StudyContext context, List<String> models, List<String> texts)
      throws IOException {
    ResultTable.Builder table =
        ResultTable.titled(
            "Cosine of a sentence with its change",
            "system",
            "edit",
            "keeps the meaning",
            "sentences",
            "cosine",
            "95 % interval");
    Contrast claim = Contrast.none();
    Contrast control = Contrast.none();
    double weight = 1.0 / models.size();
    for (String model : Stream.concat(models.stream(), Stream.of("hashed-512", "bow")).toList()) {
      context.progress().accept(model);
      Probe probe = new Probe(context, model, texts);
      for (TextEdit edit : TextEdit.all()) {
        probe.row(table, edit.name(), edit.keepsMeaning() ? "yes" : "no", probe.cosines(edit));
      }
      double[] others = probe.cosines(rotated(texts));
      probe.row(table, "another sentence", "no", others);
      if (models.contains(model)) {
        Estimate changed = Estimate.mean(probe.cosines(CHANGES));
        claim = claim.plusDifference(weight, "texts", changed, Estimate.mean(probe.cosines(KEEPS)));
        control = control.plusDifference(weight, "texts", changed, Estimate.mean(others));
      }
    }
    return new Outcome(
        claim.measure("cosine, negated − mistyped", 0, context.seed()),
        control.measure("cosine, negated − another sentence", 0, context.seed()),
        List.of(table.build()),
        List.of(
            "Negations are made by rule and some read badly.",
            "Changes of numbers are few: read their interval."));
  }

  private static List<Optional<String>> rotated(List<String> texts) {
    List<String> others = new ArrayList<>(texts);
    Collections.rotate(others, -1);
    return others.stream().map(Optional::of).toList();
  }

  /** One system and the texts it is probed with. */
  private record Probe(StudyContext context, String system, List<String> texts) {
    double[] cosines(TextEdit edit) throws IOException {
      List<Optional<String>> changed = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        changed.add(edit.apply(texts.get(i), context.seed() + i));
      }
      return cosines(changed);
    }

    double[] cosines(List<Optional<String>> changed) throws IOException {
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        String text = texts.get(i);
        changed
            .get(i)
            .ifPresent(other -> {
              before.add(text);
              after.add(other);
            });
      }
      List<String> all = Stream.concat(before.stream(), after.stream()).toList();
      if (all.isEmpty()) {
        return new double[0];
      }
      Encoder encoder =
          context.systems().open(SystemSpec.parse(system)).requireEncoder("robustness", all);
      try (Matrix rows = encoder.encode(all, Role.DOCUMENT)) {
        double[] cosines = new double[before.size()];
        for (int i = 0; i < cosines.length; i++) {
          cosines[i] = Similarity.COSINE.between(rows.copyRow(i), rows.copyRow(before.size() + i));
        }
        return cosines;
      }
    }

    void row(ResultTable.Builder table, String edit, String keeps, double[] cosines) {
      if (cosines.length < 2) {
        table.row(system, edit, keeps, Integer.toString(cosines.length), "–", "–");
        return;
      }
      Measure mean =
          Contrast.none().plus(1, edit, Estimate.mean(cosines)).measure(edit, 0, context.seed());
      table.row(
          system,
          edit,
          keeps,
          Integer.toString(cosines.length),
          Results.digits(mean.value()),
          Results.interval(mean));
    }
  }
}
