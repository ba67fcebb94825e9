package dev.akin.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.encoder.HashedEncoder;
import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.SearchMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed with kill -9 again and again, then left to finish, makes the same index. */
@Tag("slow")
class CrashTest {
  private static final int KILLS = 6;

  @TempDir private Path temporary;

  @Test
  void aKilledRunIsResumedAndEndsWithTheSameContent() throws Exception {
    Path killed = temporary.resolve("killed");
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < KILLS; i++) {
      Process process = start(killed);
      if (process.waitFor(random.nextInt(700, 3_500), TimeUnit.MILLISECONDS)) {
        assertThat(process.exitValue())
            .as(Files.readString(killed.resolveSibling("log.txt")))
            .isZero();
        break;
      }
      process.destroyForcibly().waitFor();
    }
    long committed = SearchIndex.isIndex(killed) ? documents(killed) : 0;
    IndexReport last = CrashMain.refresh(killed);
    assertThat(last.added()).as("only the rest").isEqualTo(CrashMain.DOCUMENTS - committed);
    assertThat(last.unchanged()).isEqualTo(committed);

    Path whole = temporary.resolve("whole");
    CrashMain.refresh(whole);
    SearchIndex.verify(killed);
    assertThat(contents(killed)).isEqualTo(contents(whole));
    assertThat(answers(killed)).isEqualTo(answers(whole));
  }

  private static long documents(Path folder) throws IOException {
    return SearchIndex.describe(folder).contents().documents();
  }

  private static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashMain.class.getName(),
            folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolveSibling("log.txt").toFile())
        .start();
  }

  /** Every passage by id and ordinal: its stored fields and its row. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      IndexView view = new IndexView(folder, reader);
      for (LeafReaderContext leaf : reader.leaves()) {
        FloatVectorValues rows = leaf.reader().getFloatVectorValues(PassageFields.VECTOR);
        for (int ordinal = 0; ordinal < rows.size(); ordinal++) {
          int passage = leaf.docBase + rows.ordToDoc(ordinal);
          Document stored = reader.storedFields().document(passage);
          contents.put(
              view.documentId(passage) + "#" + (passage - view.start(passage)),
              stored.getFields() + Arrays.toString(rows.vectorValue(ordinal)));
        }
      }
      assertThat(contents).hasSize(reader.numDocs());
    }
    return contents;
  }

  private static List<Ranking> answers(Path folder) throws IOException {
    List<Ranking> answers = new ArrayList<>();
    try (HashedEncoder encoder = CrashMain.encoder();
        SearchIndex index = SearchIndex.open(folder, encoder)) {
      for (SearchMode mode :
          List.of(SearchMode.LEXICAL, new SearchMode.Dense(SearchMode.Scan.EXACT))) {
        for (int i = 0; i < 40; i++) {
          Query query = Query.of("word%d word%d title".formatted(i * 31 % 2_000, i * 57 % 2_000));
          Ranking ranking = index.searcher(mode).search(query, 20);
          answers.add(new Ranking(query, ranking.documents(), List.of()));
        }
      }
    }
    return answers;
  }
}
