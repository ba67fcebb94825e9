package dev.akin.study.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.Role;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.Systems;
import dev.akin.study.task.SummarizationTask.Summaries;
import dev.akin.vector.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Planted structure is found, its absence too, by an encoder that sees words only. */
@SuppressWarnings("NullAway.Init")
class TasksTest {
  private static final List<List<String>> TOPICS =
      List.of(
          List.of("robin", "sparrow", "wing", "nest", "feather", "beak"),
          List.of("diesel", "engine", "piston", "oil", "valve", "gear"),
          List.of("star", "comet", "orbit", "planet", "moon", "galaxy"));

  @TempDir private Path folder;
  private Systems systems;
  private MeasuredSystem system;

  @BeforeEach
  void open() throws IOException {
    systems = Contenders.in(folder);
    system = Contenders.open(systems, "hashed-256");
  }

  @AfterEach
  void close() throws IOException {
    systems.close();
  }

  /** Texts of six words from one topic each, labelled with it, or by chance. */
  private static LabelledTexts topics(int size, long seed, boolean isPlanted) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int topic = i % TOPICS.size();
      StringBuilder text = new StringBuilder("number " + random.nextInt(1000));
      for (int word = 0; word < 6; word++) {
        text.append(' ').append(TOPICS.get(topic).get(random.nextInt(6)));
      }
      texts.add(text.toString());
      labels.add("topic" + (isPlanted ? topic : random.nextInt(TOPICS.size())));
    }
    return new LabelledTexts(texts, labels);
  }

  @Test
  void aFewTextsOfEachTopicTeachToTellTopicsApart() {
    TaskResult result =
        new ClassificationTask("topics", topics(300, 1, true), topics(150, 2, true), 8)
            .evaluate(system);
    assertThat(result.mainScore()).isGreaterThan(0.95);
    assertThat(result.scores().get("accuracy")).isCloseTo(result.mainScore(), within(1e-12));
    assertThat(result.scores()).containsKeys("f1", "f1_weighted");
    assertThat(result.items()).hasSize(150).startsWith("text 1");
  }

  @Test
  void labelsGivenByChanceAreLearnedNoBetterThanByChance() {
    TaskResult result =
        new ClassificationTask("chance", topics(300, 1, false), topics(300, 2, false), 8)
            .evaluate(system);
    // The standard deviation of a share of 1/3 among 300 texts is 0.027; ten draws share them.
    assertThat(result.mainScore()).isCloseTo(1 / 3.0, within(0.09));
  }

  @Test
  void classificationIsTheSameForTheSameSystemAndSaysWhatIsRare() {
    List<String> texts = new ArrayList<>(topics(60, 1, true).texts());
    List<String> labels = new ArrayList<>(topics(60, 1, true).labels());
    texts.add("a lone text");
    labels.add("rare");
    Task task =
        new ClassificationTask("rare", new LabelledTexts(texts, labels), topics(30, 2, true), 8);
    TaskResult first = evaluated(task);
    assertThat(first.warnings()).contains("1 of 4 labels have fewer than 8 texts to learn from");
    assertThat(evaluated(task).scores()).isEqualTo(first.scores());
  }

  private TaskResult evaluated(Task task) {
    try {
      return task.evaluate(system);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aLabelThatIsTestedMustBeLearned() {
    assertThatThrownBy(() ->
            new ClassificationTask(
                "set",
                topics(30, 1, true),
                new LabelledTexts(List.of("x"), List.of("never seen")),
                8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("set: the label 'never seen' is tested, but no text to learn from has it");
  }

  @Test
  void textsOfSeveralTopicsGetSeveralLabels() {
    TaskResult planted = several(true);
    TaskResult chance = several(false);
    assertThat(planted.mainScore()).isGreaterThan(chance.mainScore() + 0.3);
    assertThat(planted.scores().get("lrap")).isGreaterThan(0.85);
    assertThat(planted.items()).hasSize(200);
  }

  /** Texts of one or two topics, labelled with them or with those of another text. */
  private TaskResult several(boolean isPlanted) {
    SplittableRandom random = new SplittableRandom(4);
    List<String> texts = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int a = random.nextInt(3);
      int b = random.nextInt(3);
      texts.add(String.join(" ", TOPICS.get(a)) + " " + String.join(" ", TOPICS.get(b)));
      labels.add(a == b ? "t" + a : "t" + a + "|t" + b);
    }
    if (!isPlanted) {
      Collections.rotate(labels, 1);
    }
    List<LabelledTexts> parts = new LabelledTexts(texts, labels).split(0.5, 1);
    return new MultilabelClassificationTask("several", parts.getFirst(), parts.getLast())
        .evaluate(system);
  }

  @Test
  void topicsAreFoundAsClustersAndChanceIsNot() {
    TaskResult planted = new ClusteringTask("topics", topics(300, 1, true), 1000).evaluate(system);
    assertThat(planted.mainScore()).isGreaterThan(0.9);
    assertThat(planted.items()).hasSize(10);
    TaskResult chance = new ClusteringTask("chance", topics(300, 1, false), 1000).evaluate(system);
    assertThat(chance.mainScore()).isLessThan(0.1);
  }

  @Test
  void clustersOfOneLabelAreRefused() {
    assertThatThrownBy(
            () -> new ClusteringTask("one", new LabelledTexts(List.of("a"), List.of("x")), 9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("one: 1 label among 1 texts; clusters are held against two or more");
  }

  @Test
  void everySentenceIsNearestToItself() {
    List<String> texts = topics(40, 1, true).texts();
    TaskResult result = new BitextMiningTask("copy", texts, texts).evaluate(system);
    assertThat(result.mainScore()).isEqualTo(1);
    assertThat(result.scores()).containsEntry("accuracy", 1.0);
  }

  @Test
  void pairsOfOneTopicAreToldFromOthers() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    List<String> texts = topics(120, 3, true).texts();
    for (int i = 0; i + 4 < texts.size(); i++) {
      boolean isSame = i % 2 == 0;
      first.add(texts.get(i));
      second.add(texts.get(isSame ? i + 3 : i + 4)); // topics go round in threes
      labels.add(isSame ? 1.0 : 0.0);
    }
    TaskResult result =
        new PairClassificationTask("pairs", new ScoredPairs(first, second, labels))
            .evaluate(system);
    assertThat(result.mainScore()).isGreaterThan(0.95);
    assertThat(result.mainScore())
        .isEqualTo(
            result.scores().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("_ap"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow());
  }

  @Test
  void pairLabelsAreZeroAndOneAndBothOccur() {
    assertThatThrownBy(() ->
            new PairClassificationTask(
                "p", new ScoredPairs(List.of("a"), List.of("b"), List.of(0.5))))
        .hasMessage("p: pair 1 has the label 0.5; labels are 0 and 1");
    assertThatThrownBy(() ->
            new PairClassificationTask(
                "p", new ScoredPairs(List.of("a"), List.of("b"), List.of(1.0))))
        .hasMessage("p: 1 of 1 pairs have the label 1; both labels must occur");
  }

  @Test
  void similaritiesThatAreThePeoplesCorrelatePerfectly() {
    List<String> first = topics(50, 1, true).texts();
    List<String> second = topics(50, 2, true).texts();
    Encoder encoder = system.requireEncoder("sts", List.of());
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      scores.add(
          (double)
              Similarity.COSINE.between(
                  encoder.encode(first.get(i), Role.DOCUMENT),
                  encoder.encode(second.get(i), Role.DOCUMENT)));
    }
    TaskResult result = new StsTask("sts", new ScoredPairs(first, second, scores)).evaluate(system);
    assertThat(result.mainScore()).isCloseTo(1, within(1e-3));
    assertThat(result.scores().get("cosine_pearson")).isCloseTo(1, within(1e-6));
    // Unit rows: the distance falls as the cosine rises.
    assertThat(result.scores().get("euclidean_spearman")).isCloseTo(1, within(1e-3));
  }

  @Test
  void summariesNearPeoplesAreThoseThatPeopleLike() {
    List<Summaries> texts = new ArrayList<>();
    for (List<String> topic : TOPICS) {
      String whole = String.join(" ", topic);
      texts.add(
          new Summaries(
              List.of(whole),
              List.of(whole, String.join(" ", topic.subList(0, 3)), "nothing alike"),
              List.of(5.0, 3.0, 1.0)));
    }
    TaskResult result = new SummarizationTask("sums", texts).evaluate(system);
    assertThat(result.mainScore()).isEqualTo(1);
    assertThat(result.items()).containsExactly("text 1", "text 2", "text 3");
  }

  @Test
  void cutTextsAreCounted() throws IOException {
    MeasuredSystem cut = Contenders.open(systems, "hashed-64");
    TaskResult result =
        new StsTask(
                "sts", new ScoredPairs(List.of("a b", "c"), List.of("a", "d"), List.of(1.0, 0.0)))
            .evaluate(cut);
    assertThat(result.warnings()).isEmpty();
  }
}
