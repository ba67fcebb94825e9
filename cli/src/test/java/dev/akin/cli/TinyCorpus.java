package dev.akin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A few small files to search. */
final class TinyCorpus {
  static final List<String> RECORDS =
      List.of(
          "{\"_id\":\"d1\",\"title\":\"Birds\",\"text\":\"Birds steer with their tail feathers.\","
              + "\"year\":2015}",
          "{\"_id\":\"d2\",\"title\":\"Fish\",\"text\":\"Fish swim in schools at night.\","
              + "\"year\":2019}",
          "{\"_id\":\"d3\",\"title\":\"Bats\",\"text\":\"Bats find their way by echo, birds do"
              + " not.\",\"year\":2021}");

  private TinyCorpus() {}

  static Path jsonLines(Path file) throws IOException {
    return Files.writeString(file, String.join("\n", RECORDS) + "\n");
  }

  /** Two Markdown files. */
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("birds.md"), "# Birds\n\nAbout birds.\n\nBirds steer with their tail.\n");
    Files.writeString(folder.resolve("fish.md"), "# Fish\n\nFish swim in schools.\n");
    return folder;
  }

  /** Queries and judgments in BEIR's layout beside the corpus. */
  static Path beir(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("qrels"));
    jsonLines(folder.resolve("corpus.jsonl"));
    Files.writeString(
        folder.resolve("queries.jsonl"),
        """
        {"_id":"q1","text":"how do birds steer"}
        {"_id":"q2","text":"fish at night"}
        {"_id":"q3","text":"nobody judged this"}
        """);
    Files.writeString(
        folder.resolve("qrels/test.tsv"),
        "query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t2\nq2\td3\t0\n");
    return folder;
  }
}
