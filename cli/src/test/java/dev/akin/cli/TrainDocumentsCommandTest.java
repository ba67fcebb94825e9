package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.vector.Similarity;
import dev.akin.words.WordVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainDocumentsCommandTest {
  @TempDir Path folder = Path.of("");

  private Cli.Outcome akin(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  /** Documents about birds (even) or ships (odd), and one without a word. */
  private Path documents() throws IOException {
    List<List<String>> topics =
        List.of(
            List.of("bird", "wing", "feather", "nest", "Beak"),
            List.of("ship", "sail", "mast", "harbour", "Keel"));
    var random = new Random(5);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      List<String> words = new ArrayList<>();
      for (int w = 0; w < 25; w++) {
        words.add(topics.get(i % 2).get(random.nextInt(5)));
      }
      lines.add("{\"_id\":\"doc%d\",\"text\":\"%s.\"}".formatted(i, String.join(" ", words)));
    }
    lines.add("{\"_id\":\"doc200\",\"text\":\"...\"}");
    return Files.write(folder.resolve("documents.jsonl"), lines);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pv-dbow", "pv-dm", "pv-dm-sum", "binary-pv", "binary-pv-dm", "real-binary-pv"})
  void documentsAreWrittenUnderTheirIds(String method) throws IOException {
    Path out = folder.resolve("d.vec");
    Cli.Outcome outcome =
        akin(
            "train",
            "documents",
            documents(),
            "--out",
            out,
            "--method",
            method,
            "--sampling",
            0,
            "--dimension",
            16,
            "--threads",
            1,
            "--epochs",
            30);
    assertThat(outcome.err())
        .contains("201 documents, 10 words of 10, 16 dimensions, from 5,000 tokens")
        .contains("1 document without a known word: zero vectors");
    assertThat(outcome.code()).isZero();
    try (var read = WordVectors.open(out)) {
      assertThat(read.size()).isEqualTo(201);
      double same = 0;
      double other = 0;
      for (int i = 0; i < 50; i++) {
        same += read.similarity("doc" + i, "doc" + (i + 2));
        other += read.similarity("doc" + i, "doc" + (i + 1));
      }
      if (!method.contains("pv-dm")) {
        // There the words near already tell the topic, and little is left for the document.
        assertThat(same / 50).isGreaterThan(other / 50 + 0.2);
      }
      assertThat(read.requireVector("doc200")).containsOnly(0f);
    }
    assertThat(folder.resolve("d.vec.training")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pv-dbow", "pv-dm", "binary-pv", "binary-pv-dm"})
  void wordsAreWrittenToo(String method) throws IOException {
    Path words = folder.resolve("w.bin");
    Object[] line = {
      "train",
      "documents",
      documents(),
      "--out",
      folder.resolve("d.vec"),
      "--words-into",
      words,
      "--method",
      method,
      "--sampling",
      0,
      "--dimension",
      16,
      "--threads",
      1,
      "--epochs",
      30
    };
    assertThat(akin(line).code()).isZero();
    try (var read = WordVectors.open(words)) {
      assertThat(read.size()).isEqualTo(10);
      assertThat(read.similarity("bird", "wing"))
          .isGreaterThan(read.similarity("bird", "mast") + 0.2f);
    }
    Files.delete(folder.resolve("d.vec"));
    assertThat(akin(line).err()).contains("w.bin exists; --force replaces it");
    assertThat(folder.resolve("d.vec")).doesNotExist();
  }

  @Test
  void realVectorsAreWrittenBesideTheirCodes() throws IOException {
    Path codes = folder.resolve("codes.vec");
    Path real = folder.resolve("real.vec");
    Cli.Outcome outcome =
        akin(
            "train",
            "documents",
            documents(),
            "--out",
            codes,
            "--real-out",
            real,
            "--real-dimension",
            30,
            "--method",
            "real-binary-pv",
            "--dimension",
            16,
            "--threads",
            1);
    assertThat(outcome.code()).isZero();
    try (var ofBits = WordVectors.open(codes);
        var ofReals = WordVectors.open(real)) {
      assertThat(ofBits.requireVector("doc3")).hasSize(16).containsOnly(1f, -1f);
      assertThat(ofReals.requireVector("doc3")).hasSize(30);
      assertThat(ofReals.size()).isEqualTo(201);
    }
  }

  @Test
  void otherTextsAreSearchedWithAKeptModel() throws IOException {
    Path model = folder.resolve("model");
    Cli.Outcome trained =
        akin(
            "train",
            "documents",
            documents(),
            "--out",
            folder.resolve("d.vec"),
            "--model-into",
            model,
            "--sampling",
            0,
            "--dimension",
            16,
            "--threads",
            1,
            "--epochs",
            30);
    assertThat(trained.code()).as(trained.err()).isZero();
    Path notes =
        Files.writeString(
            folder.resolve("notes.jsonl"),
            """
            {"_id":"gull","text":"a wing and a beak and a feather in the nest"}
            {"_id":"boat","text":"a mast and a keel and a sail in the harbour"}
            """);
    Cli.Outcome found =
        akin(
            "search",
            notes,
            "ship sail harbour ship mast",
            "--mode",
            "dense",
            "--model",
            "paragraph:" + model,
            "--json");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.out().lines().findFirst().orElseThrow()).contains("boat");
    Cli.Outcome again =
        akin(
            "train",
            "documents",
            documents(),
            "--out",
            folder.resolve("e.vec"),
            "--model-into",
            model);
    assertThat(again.err()).contains("model exists; --force replaces it");
    assertThat(again.code()).isEqualTo(2);
  }

  @Test
  void nodesOfAGraphAreLearnedFromItsEdges() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int a = 0; a < 20; a++) {
      for (int b = a + 1; b < 20; b++) {
        if (a % 2 == b % 2) {
          lines.add("n%d\tn%d".formatted(a, b));
        }
      }
    }
    lines.add("n0\tn1\t0.1");
    Path edges = Files.write(folder.resolve("edges.tsv"), lines);
    Path out = folder.resolve("nodes.vec");
    Cli.Outcome outcome =
        akin("train", "graph", edges, "--out", out, "--dimension", 8, "--threads", 1, "--q", 0.5);
    assertThat(outcome.err()).contains("20 nodes of 20, 8 dimensions, from 16,000 tokens");
    assertThat(outcome.code()).isZero();
    try (var read = WordVectors.open(out)) {
      assertThat(read.similarity("n4", "n6")).isGreaterThan(read.similarity("n4", "n7") + 0.3f);
    }
  }

  @Test
  void bothSidesOfPairsAreLearned() throws IOException {
    var random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      int user = random.nextInt(10);
      lines.add("user%d\titem%d_%d".formatted(user, user % 2, random.nextInt(8)));
    }
    Path pairs = Files.write(folder.resolve("pairs.tsv"), lines);
    Path out = folder.resolve("users.vec");
    Path contexts = folder.resolve("items.bin");
    Object[] line = {
      "train",
      "words",
      pairs,
      "--out",
      out,
      "--contexts-into",
      contexts,
      "--method",
      "pairs",
      "--dimension",
      8,
      "--threads",
      1
    };
    Cli.Outcome outcome = akin(line);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    try (var users = WordVectors.open(out);
        var items = WordVectors.open(contexts)) {
      assertThat(users.size()).isEqualTo(10);
      assertThat(users.similarity("user1", "user3"))
          .isGreaterThan(users.similarity("user1", "user2") + 0.3f);
      assertThat(items.size()).isEqualTo(16);
      assertThat(product(users, "user1", items, "item1_5"))
          .isGreaterThan(product(users, "user1", items, "item0_5") + 0.5f);
    }
    Files.delete(out);
    assertThat(akin(line).err()).contains("items.bin exists; --force replaces it");
    assertThat(out).doesNotExist();
  }

  private static float product(WordVectors users, String user, WordVectors items, String item) {
    return Similarity.DOT.between(users.requireVector(user), items.requireVector(item));
  }

  @Test
  void whatIsPredictedIsWrittenOfPairsWithNoiseOnlyAndIntoAFileOfItsOwn() throws IOException {
    Path pairs = Files.write(folder.resolve("pairs.txt"), List.of("a\tb"));
    Path out = folder.resolve("v.vec");
    assertRefused(
        "--contexts-into is about --method pairs; leave it out\n",
        pairs,
        out,
        "--contexts-into",
        folder.resolve("c.vec"),
        "--method",
        "cbow");
    assertRefused(
        "with --negatives 0, pairs learns no row of what is predicted; take noise words\n",
        pairs,
        out,
        "--contexts-into",
        folder.resolve("c.vec"),
        "--method",
        "pairs",
        "--negatives",
        0);
    assertRefused(
        "v.vec is named for two things that are written",
        pairs,
        out,
        "--contexts-into",
        out,
        "--method",
        "pairs");
    assertRefused(
        "--contexts-into %s: the name does not say which format".formatted(folder.resolve("c.npy")),
        pairs,
        out,
        "--contexts-into",
        folder.resolve("c.npy"),
        "--method",
        "pairs");
  }

  private void assertRefused(String message, Path source, Path out, Object... more) {
    List<Object> args = new ArrayList<>(List.of("train", "words", source, "--out", out));
    args.addAll(List.of(more));
    Cli.Outcome outcome = akin(args.toArray());
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.code()).isEqualTo(2);
  }
}
