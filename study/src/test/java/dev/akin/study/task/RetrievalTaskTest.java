package dev.akin.study.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.eval.Qrels;
import dev.akin.search.Query;
import dev.akin.study.system.MeasuredSystem;
import dev.akin.study.system.Systems;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class RetrievalTaskTest {
  private static final Corpus CORPUS =
      Corpus.of(
          "birds",
          List.of(
              Document.of("a", "robin robin robin"),
              Document.of("b", "robin sings"),
              Document.of("c", "the engine burns diesel"),
              Document.of("d", "stars at night")));

  @TempDir private Path folder;
  private Systems systems;
  private MeasuredSystem words;

  @BeforeEach
  void open() throws IOException {
    systems = Contenders.in(folder);
    words = Contenders.open(systems, "bm25");
  }

  @AfterEach
  void close() throws IOException {
    systems.close();
  }

  private static RetrievalData data(Map<String, Map<String, Integer>> qrels) {
    return RetrievalData.of(
        CORPUS,
        List.of(new Query("q1", "robin"), new Query("q2", "diesel"), new Query("q3", "moon")),
        Qrels.of(qrels));
  }

  @Test
  void figuresAreThoseOfHandComputedRankings() throws IOException {
    // q1 ranks a, b (a has more robins); b alone is relevant: 1/log2(3). q2 finds c first: 1.
    RetrievalTask task =
        new RetrievalTask("t", data(Map.of("q1", Map.of("b", 1), "q2", Map.of("c", 2))));
    TaskResult result = task.evaluate(words);
    double expected = (1 / (Math.log(3) / Math.log(2)) + 1) / 2;
    assertThat(result.mainScore()).isCloseTo(expected, within(1e-12));
    assertThat(result.scores()).containsEntry("ndcg_at_10", result.mainScore());
    assertThat(result.scores()).containsEntry("recall_at_100", 1.0);
    assertThat(result.scores()).containsEntry("mrr_at_10", 0.75);
    assertThat(result.items()).containsExactlyInAnyOrder("q1", "q2");
    assertThat(task.data()).isEqualTo("4 documents, 2 queries");
  }

  @Test
  void aCutCorpusKeepsWhatIsRelevantAndAsManyOthersAsThereIsRoomFor() {
    RetrievalData data = data(Map.of("q1", Map.of("b", 1, "a", 0), "q2", Map.of("c", 2)));
    assertThat(ids(data.withDocuments(3, 1))).hasSize(3).contains("b", "c");
    assertThat(data.withDocuments(3, 1).documents()).isEqualTo(3);
    assertThat(ids(data.withDocuments(1, 1))).containsExactly("b", "c");
    assertThat(data.withDocuments(4, 1)).isSameAs(data);
    assertThat(ids(data.withDocuments(3, 5))).isEqualTo(ids(data.withDocuments(3, 5)));
    assertThat(IntStream.range(0, 20).mapToObj(seed -> ids(data.withDocuments(3, seed))).distinct())
        .hasSize(2);
  }

  private static List<String> ids(RetrievalData data) {
    try (Stream<Document> documents = data.corpus().documents()) {
      return documents.map(Document::id).toList();
    }
  }

  @Test
  void aQueryThatFindsNothingCountsNothing() throws IOException {
    TaskResult result =
        new RetrievalTask("t", data(Map.of("q2", Map.of("c", 1), "q3", Map.of("d", 1))))
            .evaluate(words);
    assertThat(result.mainScore()).isEqualTo(0.5);
  }

  @Test
  void aQueryThatIsADocumentDoesNotFindItself() throws IOException {
    RetrievalData set =
        RetrievalData.of(
            CORPUS,
            List.of(new Query("a", "robin robin robin")),
            Qrels.of(Map.of("a", Map.of("b", 1))));
    assertThat(new RetrievalTask("t", set, true).evaluate(words).mainScore()).isEqualTo(1);
    assertThat(new RetrievalTask("t", set).evaluate(words).mainScore()).isLessThan(1);
  }

  @Test
  void rerankingOrdersTheJudgedDocumentsOnly() throws IOException {
    RerankingTask task = new RerankingTask("t", data(Map.of("q1", Map.of("b", 1, "c", 0, "d", 0))));
    MeasuredSystem rows = Contenders.open(systems, "hashed-256");
    assertThat(task.evaluate(rows).mainScore()).isEqualTo(1);
    assertThat(task.data()).isEqualTo("3 candidates of 1 queries");
  }

  @Test
  void judgmentsOfOtherDocumentsAreRefusedAndSomeOthersCounted() {
    assertThatThrownBy(() -> data(Map.of("q1", Map.of("x", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "none of the 1 relevant documents is in the corpus: its first id is 'a', the judgments"
                + " say 'x'");
    assertThat(data(Map.of("q1", Map.of("a", 1, "x", 1))).warnings())
        .containsExactly(
            "1 of 2 relevant documents are not in the corpus (one is 'x') and cannot be found");
  }

  @Test
  void judgmentsOfOtherQueriesAreRefusedAndSomeOthersCounted() {
    assertThatThrownBy(() -> data(Map.of("q9", Map.of("a", 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "queries and judgments have no query in common; the first ones are 'q1' and 'q9'");
    assertThat(data(Map.of("q1", Map.of("a", 1), "q9", Map.of("a", 1))).warnings())
        .containsExactly("1 of 2 judged queries are not among the queries and are left out");
  }

  @Test
  void aBeirFolderIsReadWhole() throws IOException {
    Files.writeString(
        folder.resolve("corpus.jsonl"),
        """
        {"_id":"a","title":"Birds","text":"robins sing"}
        {"_id":"b","title":"","text":"diesel"}
        """);
    Files.writeString(folder.resolve("queries.jsonl"), "{\"_id\":\"q\",\"text\":\"robin\"}\n");
    Files.createDirectories(folder.resolve("qrels"));
    Files.writeString(folder.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\nq\ta\t1\n");
    RetrievalData set = RetrievalData.beir(folder, "test");
    assertThat(set.documents()).isEqualTo(2);
    assertThat(new RetrievalTask("t", set).evaluate(words).mainScore()).isEqualTo(1);
  }

  @Test
  void fewerQueriesAreDrawnTheSameForASeed() {
    RetrievalData all =
        data(Map.of("q1", Map.of("a", 1), "q2", Map.of("c", 1), "q3", Map.of("d", 1)));
    RetrievalData some = all.sampled(2, 7);
    assertThat(some.queries()).hasSize(2);
    assertThat(some.qrels().queryIds()).hasSize(2);
    assertThat(all.sampled(2, 7).queries()).isEqualTo(some.queries());
    assertThat(all.sampled(5, 7)).isSameAs(all);
  }
}
