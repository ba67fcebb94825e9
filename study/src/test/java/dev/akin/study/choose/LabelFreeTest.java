package dev.akin.study.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.encoder.EncoderOptions;
import dev.akin.eval.Run;
import dev.akin.format.trec.QrelsFile;
import dev.akin.search.Query;
import dev.akin.study.system.SystemSpec.Embedding;
import dev.akin.study.system.Systems;
import dev.akin.study.task.RetrievalData;
import dev.akin.study.task.RetrievalTask;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class LabelFreeTest {
  private static final String LONG =
      "the robin sings in the old apple tree while the cat waits below for its chance";

  private static final Corpus TITLED =
      Corpus.of(
          "titled",
          List.of(
              titled("a", "Robins", "They sing early. They nest in hedges."),
              titled("b", "Engines", "Diesel burns by pressure. Petrol needs a spark."),
              titled("c", "", "One sentence without a title."),
              titled("d", "Title alone", "")));

  @TempDir private Path folder;

  private static Document titled(String id, String title, String text) {
    return new Document(id, title, text, new Json.Members(Map.of()), Origin.ofLine("memory", 1));
  }

  @Test
  void titlesAskForTheirTextsAndStandInNone() throws IOException {
    RetrievalData set = LabelFreeCheck.TITLE_TEXT.task(TITLED, 10, 1).set();
    assertThat(set.queries())
        .extracting(Query::text)
        .containsExactlyInAnyOrder("Robins", "Engines");
    assertThat(set.corpus().documents()).allMatch(document -> document.title().isEmpty());
    assertThat(set.documents()).isEqualTo(2);
    assertThat(set.qrels().judgments("a")).isEqualTo(Map.of("a", 1));
  }

  @Test
  void firstSentencesAskForTheRest() throws IOException {
    RetrievalData set = LabelFreeCheck.FIRST_SENTENCE.task(TITLED, 10, 1).set();
    assertThat(set.queries())
        .extracting(Query::text)
        .containsExactlyInAnyOrder("They sing early.", "Diesel burns by pressure.");
    assertThat(set.corpus().documents().map(Document::text))
        .containsExactly("They nest in hedges.", "Petrol needs a spark.");
  }

  @Test
  void nearDuplicatesAskForEachOtherAndOthersDoNot() throws IOException {
    Corpus corpus =
        Corpus.of(
            "copies",
            List.of(
                Document.of("a", LONG),
                Document.of("b", LONG + " today"),
                Document.of("c", "quite another story of ships and harbours and of the salty wind"),
                Document.of("d", "stars burn hydrogen for long and then helium for a little while"),
                Document.of(
                    "e", "stars burn hydrogen for long and then helium for a little time")));
    RetrievalData set = LabelFreeCheck.NEAR_DUPLICATES.task(corpus, 10, 1).set();
    assertThat(set.qrels().judgments("a")).isEqualTo(Map.of("b", 1));
    assertThat(set.qrels().judgments("d")).isEqualTo(Map.of("e", 1));
    assertThat(set.corpus().documents().map(Document::id)).containsExactly("b", "c", "e");
    assertThatThrownBy(() -> LabelFreeCheck.NEAR_DUPLICATES.task(TITLED, 10, 1))
        .hasMessage(
            "the check near-duplicates needs two documents or more with a near-duplicate; titled"
                + " has 0");
  }

  @Test
  void aTaskWrittenAsAFolderIsTheSameTask() throws IOException {
    RetrievalTask task = LabelFreeCheck.TITLE_TEXT.task(TITLED, 10, 1);
    TaskFolder.write(task.set(), folder.resolve("task"));
    RetrievalData read = RetrievalData.beir(folder.resolve("task"), "test");
    assertThat(read.queries()).isEqualTo(task.set().queries());
    assertThat(read.qrels()).isEqualTo(task.set().qrels());
    try (Systems systems = Systems.open(folder.resolve("s"), EncoderOptions.defaults())) {
      var system = systems.open(Embedding.of("hashed-64"));
      assertThat(new RetrievalTask("t", read).evaluate(system).mainScore())
          .isEqualTo(task.evaluate(system).mainScore());
    }
  }

  @Test
  void aJudgingFileIsReadAsJudgmentsOnceItIsFilledIn() throws IOException {
    Path file = folder.resolve("judge.tsv");
    ChoiceGrid grid =
        new ChoiceGrid(
            List.of(Embedding.of("hashed-64")),
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            List.of());
    try (Systems systems = Systems.open(folder.resolve("s"), EncoderOptions.defaults())) {
      JudgingPool pool =
          JudgingPool.of(systems, grid, TITLED, List.of(new Query("q", "who nests")), 2);
      assertThat(pool.size()).isBetween(2, 4);
      assertThat(pool.systems()).containsExactly("bm25", "hashed-64");
      pool.write(file);
    }
    assertThatThrownBy(() -> QrelsFile.read(file)).hasMessageContaining("column score is empty");
    String filled = Files.readString(file).replace("q\ta\t\t", "q\ta\t2\t");
    Files.writeString(file, filled);
    assertThat(QrelsFile.read(file)).isEqualTo(Map.of("q", Map.of("a", 2)));
  }

  @Test
  void agreementIsThatOfTheDefinition() {
    Run one = Run.ofScores("one", Map.of("q", Map.of("a", 2.0, "b", 1.0)));
    Run other = Run.ofScores("other", Map.of("q", Map.of("b", 2.0, "c", 1.0)));
    Agreement agreement = Agreement.of(one, other);
    assertThat(agreement.overlap()).isCloseTo(0.1, within(1e-12));
    // X is 0 at depth 1 and 1 from depth 2 on.
    double expected = 0.1 * Math.pow(0.9, 10);
    for (int d = 2; d <= 10; d++) {
      expected += 0.1 / 0.9 * Math.pow(0.9, d) / d;
    }
    assertThat(agreement.rankBiasedOverlap()).isCloseTo(expected, within(1e-12));
  }
}
