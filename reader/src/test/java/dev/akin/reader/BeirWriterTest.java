package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import dev.akin.testkit.TestData;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import dev.akin.text.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeirWriterTest {
  @TempDir Path folder;

  private static Document document(String id, String title, String text, Json.Members metadata) {
    return new Document(id, title, text, metadata, Origin.ofLine("memory", 1));
  }

  @Test
  void aCorpusIsAnObjectALine() throws IOException {
    var year = new Json.Members(Map.of("year", Json.of(2007)));
    var corpus =
        Corpus.of(
            "birds",
            List.of(
                document("b 1", "Song", "Birds\nlearn \"songs\".", year),
                Document.of("b2", "Fish do not.")));
    Path file = BeirWriter.writeCorpus(folder.resolve("new/birds"), corpus);
    assertThat(file).isEqualTo(folder.resolve("new/birds/corpus.jsonl"));
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"_id\":\"b 1\",\"title\":\"Song\",\"text\":\"Birds\\nlearn \\\"songs\\\".\","
                + "\"metadata\":{\"year\":2007}}",
            "{\"_id\":\"b2\",\"title\":\"\",\"text\":\"Fish do not.\",\"metadata\":{}}");
  }

  @Test
  void queriesAreAnObjectALine() throws IOException {
    var queries = new LinkedHashMap<String, String>();
    queries.put("q2", "which birds sing");
    queries.put("q1", "do fish\tsing");
    assertThat(Files.readAllLines(BeirWriter.writeQueries(folder, queries)))
        .containsExactly(
            "{\"_id\":\"q2\",\"text\":\"which birds sing\"}",
            "{\"_id\":\"q1\",\"text\":\"do fish\\tsing\"}");
    assertThatThrownBy(() -> BeirWriter.writeQueries(folder, Map.of("q", " ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a query needs an id and a text, got 'q' and ' '");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Seeds.forEach(
        50,
        random -> {
          List<Document> documents = new ArrayList<>();
          for (int i = random.nextInt(20); i >= 0; i--) {
            var metadata = new LinkedHashMap<String, Json>();
            for (int m = random.nextInt(4); m > 0; m--) {
              metadata.put("m" + m + text(random), value(random));
            }
            documents.add(
                document(i + text(random), text(random), text(random), new Json.Members(metadata)));
          }
          try {
            Path file = BeirWriter.writeCorpus(folder, Corpus.of("random", documents));
            List<Document> read = Reading.documents(folder);
            assertThat(read)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
                .isEqualTo(documents);
            assertThat(read.getLast().origin().locate(0)).isEqualTo(file + ":" + documents.size());
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static Json value(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> Json.of(random.nextInt());
      case 1 -> Json.of(random.nextBoolean());
      case 2 -> new Json.Array(List.of(Json.of(text(random)), Json.of(random.nextDouble())));
      default -> Json.of(text(random));
    };
  }

  private static String text(SplittableRandom random) {
    int[] alphabet = {'a', 'Z', ' ', '\t', '\n', '"', '\\', 0xe9, 0x2028, 0x4e2d, 0x1f600};
    var text = new StringBuilder("x");
    for (int i = random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  @Test
  void aCorpusThatFailsHalfWayLeavesTheOldFile() throws IOException {
    Path file = BeirWriter.writeCorpus(folder, Corpus.of("a", List.of(Document.of("a", "old"))));
    Path broken = Reading.write(folder, "in/broken.jsonl", "{\"_id\":\"b\",\"text\":\"new\"}\n{\n");
    assertThatThrownBy(() -> BeirWriter.writeCorpus(folder, Sources.open(broken)))
        .isInstanceOf(FormatException.class);
    assertThat(file).content().contains("old");
    assertThat(folder.resolve("corpus.jsonl.part")).doesNotExist();
  }

  @Test
  void aRealCorpusSurvives() throws IOException {
    Path cacm = TestData.require("retrieval/cacm");
    BeirWriter.writeCorpus(folder, Sources.open(cacm));
    assertThat(Reading.documents(folder))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("origin")
        .isEqualTo(Reading.documents(cacm))
        .hasSize(3204);
  }
}
