package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.study.claim.Claim;
import dev.akin.study.claim.Contrast;
import dev.akin.study.claim.Measure;
import dev.akin.study.claim.Outcome;
import dev.akin.study.claim.ResultTable;
import dev.akin.study.claim.Results;
import dev.akin.study.claim.Study;
import dev.akin.study.claim.StudyContext;
import dev.akin.vector.ExactScan;
import dev.akin.words.WordVectors;
import dev.akin.words.geometry.ChangeMeasure;
import dev.akin.words.geometry.WordChange;
import dev.akin.words.training.Compass;
import dev.akin.words.training.Vocabulary;
import dev.akin.words.training.WordSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Whether words that are known to have shifted are told from others by how their vectors moved. */
public final class KnownShiftsStudy implements Study {
  private static final int NEIGHBOURS = 25;
  private static final int CANDIDATES = 10_000;

  /** What a figure is that says nothing. */
  private static final double CHANCE = 0.5;

  private static final String WORDS = "words";

  @Override
  public String name() {
    return "known-shifts";
  }

  @Override
  public String title() {
    return "Words known to have shifted, among words of their frequency";
  }

  @Override
  public Claim claim() {
    return new Claim(
        "Diachronic Word Embeddings Reveal Statistical Laws of Semantic Change",
        "Hamilton, Leskovec and Jurafsky",
        2016,
        "how far a word's vectors of two times are apart, in one space, tells words that are known"
            + " to have shifted in meaning.");
  }

  @Override
  public List<String> data() {
    return List.of(Anthology.PATH);
  }

  @Override
  public String design() {
    return """
    Titles and abstracts of the ACL Anthology up to 2009 and from 2017 on, each learned by the compass of all
    years (Di Carlo, Bianchi and Palmonari 2019; CBOW, 100 cells, 10 negatives, the compass 5 epochs, each
    slice 10) instead of being rotated upon each other. 48 words that the field knows to have shifted between the
    two were written down before any slice was asked about them, with what they meant and mean: *attention*,
    *embedding*, *transfer*, *zero*. The words that the [study of slices](slices.md) had already printed as
    the most changed were left out. A word stays in if both times have it 10 times or more.

    Each word has 10 controls, drawn by seed among the 40 words that are nearest to it in both logarithms of
    their counts, so that frequency, which moves vectors as well, tells nothing. The figure of a word is
    the share of its controls whose two vectors are more alike than its own, ties counting half; the mean over
    words is an AUC within groups of one frequency. Controls may have shifted too, which lowers it.

    The claim as a figure: the AUC by the cosine of a word's two vectors, which must exceed one half.
    Control: that AUC minus the AUC of the same words and controls between two halves of the papers
    from 2017 on (even and odd ones, by the same compass), where nothing can have shifted. Intervals are
    over the known words, each with its controls. Beside the cosine the table has the other measures of
    change with 25 neighbours among the 10,000 most frequent words.
    """;
  }

  @Override
  public Outcome run(StudyContext context) throws IOException {
    WordSource even = new TextSlice(Anthology.young(context), Long.MAX_VALUE, 2, 0, Map.of());
    WordSource odd = new TextSlice(Anthology.young(context), Long.MAX_VALUE, 2, 1, Map.of());
    try (Compass compass = Anthology.compass(context);
        WordVectors before = Anthology.before(context, compass);
        WordVectors after = Anthology.after(context, compass);
        WordVectors one = half(context, "acl-new-even", even, compass);
        WordVectors other = half(context, "acl-new-odd", odd, compass)) {
      context.progress().accept("drawing controls");
      Groups groups =
          Groups.drawn(
              KnownShift.ALL.stream().map(KnownShift::word).toList(),
              Vocabulary.count(Anthology.old(context), Groups.LEAST, Integer.MAX_VALUE),
              Vocabulary.count(Anthology.young(context), Groups.LEAST, Integer.MAX_VALUE),
              word -> one.find(word).isPresent() && other.find(word).isPresent(),
              context.seed());
      return outcome(
          groups, change(before, after), change(one, other), KnownShift.ALL, context.seed());
    }
  }

  private static WordVectors half(
      StudyContext context, String name, WordSource text, Compass compass) throws IOException {
    return SlicesStudy.slice(context, name, text, compass, Compass.Start.RANDOM);
  }

  private static WordChange change(WordVectors first, WordVectors second) {
    return WordChange.between(first, second, CANDIDATES, NEIGHBOURS, new ExactScan(1));
  }

  /**
   * A word and what it is compared with.
   *
   * @param before its occurrences in the first text
   * @param after and in the second
   */
  record Group(String word, long before, long after, List<String> controls) {
    /** The share of controls that changed less than the word, ties counting half. */
    double share(WordChange change, ChangeMeasure measure) {
      double own = change.score(measure, word);
      return controls.stream()
          .mapToDouble(control -> change.score(measure, control))
          .map(other -> other > own ? 1 : other == own ? CHANCE : 0)
          .average()
          .orElseThrow();
    }
  }

  /**
   * Words with their controls, and words that there are none for.
   *
   * @param absent words that stand too rarely in one of the texts
   */
  record Groups(List<Group> groups, List<String> absent) {
    /** Occurrences in either text below which cosines are of chance. */
    static final int LEAST = 10;

    private static final int CONTROLS = 10;

    /** Words that controls are drawn from. */
    private static final int NEAREST = 40;

    /**
     * Draws controls.
     *
     * @param first words of the first text that stand often enough
     * @param second likewise
     * @param isUsable whether a word can be asked about
     */
    static Groups drawn(
        List<String> words,
        Vocabulary first,
        Vocabulary second,
        Predicate<String> isUsable,
        long seed) {
      Set<String> known = new HashSet<>(words);
      List<Group> others = new ArrayList<>();
      List<Group> found = new ArrayList<>();
      for (int i = 0; i < first.size(); i++) {
        String word = first.words().word(i);
        var place = second.words().find(word);
        if (place.isPresent() && isUsable.test(word)) {
          var group = new Group(word, first.count(i), second.count(place.getAsInt()), List.of());
          (known.contains(word) ? found : others).add(group);
        }
      }
      found.sort(Comparator.comparing(Group::word));
      Random random = new Random(seed);
      List<Group> groups =
          found.stream()
              .map(group -> {
                List<Group> near = nearest(group, others);
                Collections.shuffle(near, random);
                return new Group(
                    group.word(),
                    group.before(),
                    group.after(),
                    near.stream().limit(CONTROLS).map(Group::word).toList());
              })
              .toList();
      Set<String> present = new HashSet<>(groups.stream().map(Group::word).toList());
      return new Groups(groups, words.stream().filter(word -> !present.contains(word)).toList());
    }

    private static List<Group> nearest(Group group, List<Group> others) {
      return new ArrayList<>(
          others.stream()
              .sorted(
                  Comparator.comparingDouble((Group other) -> distance(group, other))
                      .thenComparing(Group::word))
              .limit(NEAREST)
              .toList());
    }

    private static double distance(Group a, Group b) {
      return Math.hypot(
          Math.log((double) a.before() / b.before()), Math.log((double) a.after() / b.after()));
    }

    /** The figure over all words. */
    Estimate auc(WordChange change, ChangeMeasure measure) {
      return Estimate.mean(
          groups.stream().mapToDouble(group -> group.share(change, measure)).toArray());
    }
  }

  /**
   * The outcome on any tables.
   *
   * @param shifted between the two times
   * @param still between two halves of one time
   * @param meanings of the words, for the table
   */
  static Outcome outcome(
      Groups groups, WordChange shifted, WordChange still, List<KnownShift> meanings, long seed) {
    ResultTable.Builder measures =
        ResultTable.titled(
            "How well words known to have shifted are told from controls of their frequency (AUC)",
            "measure of change",
            "between the two times",
            "95 % interval",
            "between two halves of one time",
            "95 % interval");
    for (ChangeMeasure measure : ChangeMeasure.values()) {
      Measure between = measured(groups.auc(shifted, measure), seed);
      Measure within = measured(groups.auc(still, measure), seed);
      measures.row(
          measure.label(),
          Results.digits(between.value()),
          Results.interval(between),
          Results.digits(within.value()),
          Results.interval(within));
    }
    Estimate between = groups.auc(shifted, ChangeMeasure.COSINE);
    return new Outcome(
        measured(between, seed),
        Contrast.none()
            .plusDifference(1, WORDS, between, groups.auc(still, ChangeMeasure.COSINE))
            .measure("AUC between the times − between halves of one time", 0, seed),
        List.of(measures.build(), words(groups, shifted, meanings)),
        List.of(note(groups)));
  }

  private static Measure measured(Estimate auc, long seed) {
    return Contrast.none()
        .plus(1, WORDS, auc)
        .measure("AUC of words known to have shifted, by cosine", CHANCE, seed);
  }

  private static String note(Groups groups) {
    return "%d of %d words stand often enough in both times; the others: %s."
        .formatted(
            groups.groups().size(),
            groups.groups().size() + groups.absent().size(),
            groups.absent().isEmpty() ? "none" : String.join(", ", groups.absent()));
  }

  private static ResultTable words(Groups groups, WordChange shifted, List<KnownShift> meanings) {
    ResultTable.Builder table =
        ResultTable.titled(
            "The words",
            "word",
            "up to 2009",
            "from 2017 on",
            "times before",
            "times after",
            "cosine with itself",
            "share of controls with a higher one");
    double[] shares =
        groups.groups().stream()
            .mapToDouble(group -> group.share(shifted, ChangeMeasure.COSINE))
            .toArray();
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -shares[i]))
        .forEach(i -> {
          Group group = groups.groups().get(i);
          KnownShift shift =
              meanings.stream()
                  .filter(each -> each.word().equals(group.word()))
                  .findFirst()
                  .orElseThrow();
          table.row(
              group.word(),
              shift.before(),
              shift.after(),
              "%,d".formatted(group.before()),
              "%,d".formatted(group.after()),
              Results.digits(shifted.score(ChangeMeasure.COSINE, group.word())),
              Results.digits(shares[i]));
        });
    return table.build();
  }
}
