package dev.akin.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.study.page.PageReader;
import dev.akin.study.report.DecisiveQueries.DecisiveQuery;
import dev.akin.study.report.DecisiveQueries.Relevant;
import dev.akin.study.report.DecisiveQueries.Shown;
import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class EvaluationReportTest {
  @TempDir private static Path folder;
  private static EvaluationReport report;

  @BeforeAll
  static void evaluate() throws IOException {
    report = SmallEvaluation.run(folder, "bm25", "hashed-64");
  }

  private static EvaluationReport encoders() throws IOException {
    return SmallEvaluation.run(folder, "hashed-64", "hashed-64@bit");
  }

  @Test
  void readsBackAsItWasWritten() throws IOException {
    for (EvaluationReport each : List.of(report, encoders())) {
      Path file = folder.resolve("r.json");
      Files.writeString(file, ReportJson.of(each).toLine());
      assertThat(ReportJson.read(file)).isEqualTo(each);
    }
  }

  @Test
  void aCutOrFlippedFileIsRefusedByNameOrReadsAsAReport() {
    byte[] whole = ReportJson.of(report).toLine().getBytes(StandardCharsets.UTF_8);
    Seeds.forEach(
        150,
        random -> {
          byte[] cut = Damage.truncated(whole, random.nextInt(whole.length));
          assertThatThrownBy(() -> parse(cut))
              .isInstanceOf(FormatException.class)
              .hasMessageContaining("r.json");
          try {
            assertThat(parse(Damage.bitFlipped(whole, random)).systems()).hasSize(2);
          } catch (FormatException refused) {
            assertThat(refused).hasMessageContaining("r.json");
          }
        });
  }

  private static EvaluationReport parse(byte[] bytes) {
    return ReportJson.parse(new String(bytes, StandardCharsets.UTF_8), "r.json");
  }

  @Test
  void anotherFileAndALaterVersionAreRefused() {
    assertThatThrownBy(() -> ReportJson.parse("{\"a\":1}", "r.json"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("no report of akin evaluate");
    String later = ReportJson.of(report).toLine().replaceFirst("\"version\":1", "\"version\":2");
    assertThatThrownBy(() -> ReportJson.parse(later, "r.json"))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("version 2");
  }

  @Test
  void theQueriesThatDecideAreThoseThatDifferMost() {
    TaskOutcome task = report.tasks().getFirst();
    SystemOutcome words = task.requireSystem("bm25");
    SystemOutcome hashed = task.requireSystem("hashed-64");
    DecisiveQueries decisive = task.decisive().getFirst();
    double largest = 0;
    double sum = 0;
    for (int i = 0; i < task.items().size(); i++) {
      double difference = hashed.perItem().get(i) - words.perItem().get(i);
      largest = Math.max(largest, Math.abs(difference));
      sum += difference;
    }
    assertThat(largest).as("a difference there is").isPositive();
    assertThat(Math.abs(decisive.queries().getFirst().difference())).isEqualTo(largest);
    double left =
        sum
            - decisive.queries().stream()
                .mapToDouble(
                    q -> decisive.system().equals("bm25") ? -q.difference() : q.difference())
                .sum();
    int others = task.items().size() - decisive.queries().size();
    double without = decisive.system().equals("bm25") ? -left / others : left / others;
    assertThat(decisive.without())
        .isCloseTo(without, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void aDecisiveQueryShowsWhatWasFoundAndWhereTheRelevantStands() {
    DecisiveQueries decisive = report.tasks().getFirst().decisive().getFirst();
    for (DecisiveQuery query : decisive.queries()) {
      assertThat(query.text()).isNotEmpty();
      Relevant relevant = query.relevant().getFirst();
      assertThat(relevant.grade()).isPositive();
      List<Shown> words =
          decisive.system().equals("bm25") ? query.systemTop() : query.baselineTop();
      OptionalInt rank =
          decisive.system().equals("bm25") ? relevant.systemRank() : relevant.baselineRank();
      if (rank.isPresent() && rank.getAsInt() <= words.size()) {
        assertThat(words.get(rank.getAsInt() - 1).id()).isEqualTo(relevant.id());
        assertThat(words.get(rank.getAsInt() - 1).grade()).hasValue(relevant.grade());
      }
    }
  }

  @Test
  void aRepetitionHasNoChangesAndAnAlteredFigureIsNamed() throws IOException {
    EvaluationReport again = SmallEvaluation.run(folder, "bm25", "hashed-64");
    ReportChanges none = ReportChanges.between(report, again);
    assertThat(none.isSame()).isTrue();
    assertThat(none.circumstances()).isEmpty();
    assertThat(none.compared()).isGreaterThan(50);

    String altered =
        ReportJson.of(report)
            .toLine()
            .replaceFirst("\"ndcg_at_10\":0\\.", "\"ndcg_at_10\":1.")
            .replaceFirst("k1=0.9", "k1=1.2");
    ReportChanges changes = ReportChanges.between(ReportJson.parse(altered, "r.json"), again);
    assertThat(changes.figures()).hasSize(1);
    assertThat(changes.figures().getFirst().what()).isEqualTo("birds, bm25: ndcg_at_10");
    assertThat(changes.circumstances().getFirst().what()).isEqualTo("identity of bm25");
  }

  @Test
  void thePageNeedsNothingElseAndShowsEveryTaskSystemAndQuery() throws Exception {
    String html = ReportPage.of(encoders()).toHtml();
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://", "<script");
    PageReader page = PageReader.of(html);
    assertThat(page.texts("h2")).contains("birds", "pairs", "All tasks");
    assertThat(page.all("svg")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(page.texts("td")).contains("hashed-64", "hashed-64@bit");
    assertThat(page.texts("code").getLast())
        .startsWith("akin evaluate --corpus 'my texts/' --with");
    String hostile = SmallEvaluation.HOSTILE.replace('\u0001', '\ufffd');
    assertThat(page.texts("title").stream().anyMatch(title -> title.contains(hostile))).isTrue();
  }

  @Test
  void whatAQuerySaysDoesNotBreakATableOfMarkdown() {
    String markdown = ReportMarkdown.of(report);
    assertThat(markdown).contains("# Evaluation", "| bm25 |", "hashed-64");
    List<String> rows = markdown.lines().filter(line -> line.startsWith("|")).toList();
    assertThat(rows).hasSizeGreaterThan(4);
    assertThat(markdown.replace("\\<", "")).doesNotContain("<b>");
  }

  @Test
  void resultsLieWhereMtebLooksForThem() throws IOException {
    Path mteb = folder.resolve("mteb");
    MtebResults.write(report, mteb);
    MtebResults.write(report, mteb);
    try (var files = Files.walk(mteb)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> mteb.relativize(file).toString())
              .sorted()
              .toList();
      assertThat(names).hasSize(4);
      assertThat(names.getFirst()).matches("results/bm25/[0-9a-f]{40}/birds\\.json");
      assertThat(names.get(1)).matches("results/bm25/[0-9a-f]{40}/model_meta\\.json");
      Path first = mteb.resolve(names.getFirst());
      Json.Members json = (Json.Members) Json.parse(Files.readString(first), first.toString());
      assertThat(json.members())
          .containsKeys(
              "dataset_revision", "task_name", "mteb_version", "scores", "evaluation_time");
      assertThat(Files.readString(first))
          .contains("\"hf_subset\":\"default\"", "\"main_score\":0.", "\"ndcg_at_10\":0.");
    }
  }

  @Test
  void aNameWithASlashIsOneFolderAsMtebHasIt() {
    assertThat(MtebResults.fileName("org/model:v1")).isEqualTo("org__model_v1");
    assertThat(MtebResults.fileName("../x")).doesNotStartWith(".");
  }
}
