package dev.akin.study.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.EncoderOptions;
import dev.akin.eval.Qrels;
import dev.akin.search.Query;
import dev.akin.study.system.RowForm;
import dev.akin.study.system.SystemSpec;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class ChooserTest {
  private static final int DOCUMENTS = 60;

  @TempDir private Path folder;
  private Systems systems;

  @BeforeEach
  void open() throws IOException {
    systems = Systems.open(folder.resolve("systems"), EncoderOptions.defaults());
  }

  @AfterEach
  void close() throws IOException {
    systems.close();
  }

  /** Each query is a word of one document alone: words find it, eight hashed cells hardly. */
  private static RetrievalTask planted() {
    List<Document> documents = new ArrayList<>();
    List<Query> queries = new ArrayList<>();
    Map<String, Map<String, Integer>> qrels = new LinkedHashMap<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(Document.of("d" + i, "topic%d stands beside word%d".formatted(i, i % 7)));
      queries.add(new Query("q" + i, "topic" + i));
      qrels.put("q" + i, Map.of("d" + i, 1));
    }
    return new RetrievalTask(
        "planted", RetrievalData.of(Corpus.of("planted", documents), queries, Qrels.of(qrels)));
  }

  private static ChoiceGrid grid(String... models) {
    return new ChoiceGrid(
        List.of(models).stream().map(Embedding::of).toList(),
        ChoiceGrid.readings(List.of("model", "none"), List.of("model", "mean")),
        List.of(16),
        List.of(RowForm.INT8, RowForm.BIT),
        true,
        List.of(OptionalDouble.empty(), OptionalDouble.of(0.7)),
        List.of(5));
  }

  private Choice chosen(ChoiceGrid grid, LongSupplier clock) throws IOException {
    return new Chooser(systems, grid, ChoiceOptions.DEFAULT, clock)
        .run(planted(), ChoiceListener.SILENT);
  }

  @Test
  void theSystemThatWasPlantedAsBestIsBestAndSurelyBetter() throws IOException {
    Choice choice = chosen(grid("hashed-8", "hashed-512"), System::nanoTime);
    List<String> names = choice.rows().stream().map(row -> row.spec().text()).toList();
    ChoiceRow best = choice.rows().getFirst();
    assertThat(best.quality()).isEqualTo(1);
    assertThat(best.againstBest()).isEmpty();
    ChoiceRow eight = row(choice, "hashed-8");
    assertThat(eight.quality()).isLessThan(best.quality());
    assertThat(eight.againstBest().orElseThrow().test().isSignificant(0.05)).isTrue();
    assertThat(names)
        .contains(
            "bm25",
            "hashed-512@16d@bit",
            "hashed-512@int8",
            "hashed-512@hnsw",
            "hybrid(bm25,hashed-512)",
            "scores(bm25,hashed-8;0.3,0.7)",
            "rerank(bm25,hashed-512;5)",
            "rerank(hashed-512@16d@bit,hashed-512;5)")
        .doesNotHaveDuplicates();
    assertThat(row(choice, "hashed-512").cost().bytesADocument()).isEqualTo(2048);
    assertThat(row(choice, "hashed-512@16d@bit").cost().bytesADocument()).isLessThan(64);
  }

  private static ChoiceRow row(Choice choice, String system) {
    return choice.rows().stream()
        .filter(row -> row.spec().text().equals(system))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFrontHoldsWhatNoOtherSystemBeats() throws IOException {
    Choice choice = chosen(grid("hashed-64"), System::nanoTime);
    for (ChoiceRow row : choice.rows()) {
      boolean isBeaten =
          choice.rows().stream()
              .anyMatch(other ->
                  other.quality() > row.quality()
                      && other.cost().millisAQuery() < row.cost().millisAQuery()
                      && other.cost().bytesADocument() < row.cost().bytesADocument());
      assertThat(row.isFront() && isBeaten).as(row.spec().text()).isFalse();
    }
    assertThat(choice.rows().getFirst().spec().text()).isNotEmpty();
    assertThat(choice.rows()).anyMatch(ChoiceRow::isFront);
  }

  @Test
  void everyRowOpenedAgainGivesTheSameFigure() throws IOException {
    Choice choice = chosen(grid("hashed-64"), System::nanoTime);
    try (Systems fresh = Systems.open(folder.resolve("fresh"), EncoderOptions.defaults())) {
      for (ChoiceRow row : choice.rows()) {
        SystemSpec again = SystemSpec.parse(row.spec().text());
        assertThat(again).isEqualTo(row.spec());
        assertThat(planted().evaluate(fresh.open(again)).mainScore())
            .as(again.text())
            .isCloseTo(row.quality(), within(1e-12));
      }
    }
  }

  @Test
  void whatTheModelCannotDoIsNamedAndNotMeasured() throws IOException {
    Choice choice =
        chosen(
            new ChoiceGrid(
                List.of(Embedding.of("hashed-64")),
                List.of(),
                List.of(128),
                List.of(),
                false,
                List.of(),
                List.of()),
            System::nanoTime);
    assertThat(choice.leftOut())
        .anySatisfy(each -> {
          assertThat(each.what()).isEqualTo("hashed-64@128d");
          assertThat(each.reason()).contains("64 cells and cannot be cut to 128");
        });
  }

  @Test
  void stepsThatDoNotFitTheBudgetAreLeftOutByName() throws IOException {
    // A clock that a tenth of a second passes on with each look.
    long[] now = {0};
    LongSupplier clock = () -> now[0] += 100_000_000L;
    ChoiceOptions options =
        new ChoiceOptions(
            ChoiceOptions.DEFAULT.metric(),
            Duration.ofSeconds(60),
            ChoiceOptions.DEFAULT.comparison());
    Choice choice =
        new Chooser(systems, grid("hashed-64"), options, clock)
            .run(planted(), ChoiceListener.SILENT);
    assertThat(choice.rows()).isNotEmpty();
    assertThat(choice.leftOut()).anyMatch(each -> each.reason().startsWith("would take about"));
    assertThat(now[0]).isLessThan(120_000_000_000L);
  }

  @Test
  void aCorpusThatDoesNotFitIsMadeSmallerAndTheNotesSaySo() throws IOException {
    long[] now = {0};
    LongSupplier clock = () -> now[0] += 1_000_000_000L;
    ChoiceOptions options =
        new ChoiceOptions(
            ChoiceOptions.DEFAULT.metric(),
            Duration.ofSeconds(3),
            ChoiceOptions.DEFAULT.comparison());
    // One look at the clock a sample of 32 documents: 60 of them take 1.9 s, more than half of 3 s.
    assertThatThrownBy(() ->
            new Chooser(systems, grid("hashed-64"), options, clock)
                .run(planted(), ChoiceListener.SILENT))
        .hasMessageContaining("the budget of 3 s is over before anything was measured");
    ChoiceListener listener = ChoiceListener.SILENT;
    Timer timer = new Timer(clock, Duration.ofSeconds(3));
    CorpusFit.Fitted fitted =
        new CorpusFit(systems, grid("hashed-64"), new Encodings(systems, timer), timer)
            .of(planted(), listener);
    assertThat(fitted.notes()).anyMatch(note -> note.startsWith("hard subset: "));
    assertThat(fitted.notes()).anyMatch(note -> note.contains("the whole corpus of 60 documents"));
  }

  @Test
  void whereTheShallowestPoolIsTooLargeQueriesAreHalvedUntilItFits() throws IOException {
    long[] now = {0};
    LongSupplier clock = () -> now[0] += 100_000_000L;
    // 60 queries of one relevant document each, and bm25 finds it first: half of them need half of
    // the documents at most, which is what a budget of this size allows.
    Timer timer = new Timer(clock, Duration.ofMillis(200));
    CorpusFit.Fitted fitted =
        new CorpusFit(systems, grid("hashed-64"), new Encodings(systems, timer), timer)
            .of(planted(), ChoiceListener.SILENT);
    assertThat(CorpusFit.ladder(500))
        .extracting(options -> options.depth() + " of " + options.mostQueries())
        .containsExactly(
            "250 of 500",
            "100 of 500",
            "50 of 500",
            "25 of 500",
            "10 of 500",
            "10 of 250",
            "10 of 125",
            "10 of 62");
    assertThat(fitted.notes()).anyMatch(note -> note.startsWith("hard subset: "));
  }

  @Test
  void aSampleIsOneDocumentOfEachStretchAndEveryDrawIsAnother() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      documents.add(Document.of("d" + i, Integer.toString(i)));
    }
    Corpus corpus = Corpus.of("numbers", documents);
    SplittableRandom random = new SplittableRandom(1);
    List<String> first = CorpusSample.texts(corpus, 1000, 32, random);
    List<String> second = CorpusSample.texts(corpus, 1000, 32, random);
    assertThat(first).hasSize(32);
    for (int i = 0; i < 32; i++) {
      assertThat(Integer.parseInt(first.get(i))).isBetween(i * 1000 / 32, (i + 1) * 1000 / 32 - 1);
    }
    assertThat(second).hasSize(32).filteredOn(first::contains).hasSizeLessThan(8);
    assertThat(CorpusSample.texts(Corpus.of("few", documents.subList(0, 3)), 3, 32, random))
        .containsExactly("0", "1", "2");
  }

  @Test
  void whoStopsGetsWhatIsFinished() throws IOException {
    List<String> steps = new ArrayList<>();
    ChoiceListener listener =
        new ChoiceListener() {
          @Override
          public void onStep(String step, double secondsLeft) {
            steps.add(step);
          }

          @Override
          public boolean isStopped() {
            return steps.contains("hashed-64");
          }
        };
    Choice choice =
        new Chooser(systems, grid("hashed-64"), ChoiceOptions.DEFAULT, System::nanoTime)
            .run(planted(), listener);
    assertThat(choice.rows()).extracting(row -> row.spec().text()).containsExactly("bm25");
    assertThat(choice.leftOut()).allMatch(each -> each.reason().equals("stopped"));
  }

  @Test
  void aGridRefusesWhatMakesNoSense() {
    assertThatThrownBy(() -> ChoiceGrid.readings(List.of("model"), List.of("middle")))
        .hasMessageContaining("there is no pooling 'middle'");
    assertThatThrownBy(() -> grid()).hasMessageContaining("a grid needs an encoder");
  }
}
