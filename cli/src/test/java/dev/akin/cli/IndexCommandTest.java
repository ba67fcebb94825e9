package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.console.Terminal;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTest {
  @TempDir Path folder;

  private Cli.Outcome run(Object... args) {
    return new Cli(folder.resolve("cache")).run(args);
  }

  private Cli.Outcome index(Path source, Object... more) {
    Object[] args = new Object[more.length + 6];
    Object[] first = {"index", source, "--into", folder.resolve("x.akin"), "--model", "hashed-64"};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return run(args);
  }

  @Test
  void theReportCountsWhatWasDone() throws IOException {
    Path corpus = TinyCorpus.jsonLines(folder.resolve("animals.jsonl"));
    Cli.Outcome built = index(corpus);
    assertThat(built.code()).isZero();
    assertThat(built.err()).isEmpty();
    assertThat(built.lines().getFirst())
        .isEqualTo("documents  3 (3 added, 0 updated, 0 removed, 0 unchanged)");
    assertThat(built.out()).contains("passages   3", "recall     ", "size       ", "time       ");
    Files.writeString(
        corpus,
        String.join("\n", TinyCorpus.RECORDS.get(0), TinyCorpus.RECORDS.get(1).replace("7", "8"))
            + "\n{\"_id\":\"d9\",\"text\":\"new\"}\n");
    Json.Members report =
        (Json.Members) Json.parse(index(corpus, "--json").lines().getFirst(), "report");
    assertThat(report.members())
        .containsEntry("added", Json.of(1))
        .containsEntry("removed", Json.of(1))
        .containsEntry("unchanged", Json.of(2));
  }

  @Test
  void anIndexIsSearchedExplainedAndDescribedByItsFolder() throws IOException {
    assertThat(index(TinyCorpus.jsonLines(folder.resolve("animals.jsonl"))).code()).isZero();
    Path index = folder.resolve("x.akin");
    assertThat(run("search", index, "birds steer", "-k", 1).out()).contains("Birds");
    assertThat(run("info", index).out())
        .contains("encoder         hashed-64", "documents       3", "fields          file, year");
    Cli.Outcome explained = run("explain", index, "birds steer", "d2", "-k", 1);
    assertThat(explained.code()).isZero();
    assertThat(explained.out()).contains("d2  Fish", "outranked: rank 3");
    assertThat(run("explain", index, "birds", "d7").out()).contains("d7\n    not indexed: ");
    assertThat(run("explain", index, "birds", "d1", "--filter", "year > 2020").out())
        .contains("filtered: it does not meet ");
    Cli.Outcome all = run("explain", index, "birds steer", "-k", 2, "--json");
    assertThat(all.lines()).hasSize(2).first().asString().contains("\"verdict\":\"found\"");
  }

  @Test
  void badDocumentsAreSkippedAndCountedWhenAskedFor() throws IOException {
    Path corpus = folder.resolve("broken.jsonl");
    Files.writeString(
        corpus, TinyCorpus.RECORDS.get(0) + "\n{broken\n" + TinyCorpus.RECORDS.get(1));
    assertThat(index(corpus).code()).isEqualTo(1);
    Cli.Outcome skipped = index(corpus, "--on-error", "skip");
    assertThat(skipped.code()).isZero();
    assertThat(skipped.err())
        .contains("akin: 2 documents; 1 skipped with errors", "akin: skipped: " + corpus + ":2");
  }

  @Test
  void whatIsRefusedBeforeAnythingIsDoneIsABadUseWhoeverAsksForIt() throws IOException {
    Path corpus = TinyCorpus.jsonLines(folder.resolve("animals.jsonl"));
    assertThat(index(corpus).code()).isZero();
    Cli.Outcome refused = index(corpus, "--storage", "int8");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("its storage is FLOAT32, asked for INT8");
    Path own = folder.resolve("own");
    Object[] asked = {"search", corpus, "birds", "--model", "hashed-64", "--index", own};
    assertThat(run(asked).code()).isZero();
    Object[] otherwise = Arrays.copyOf(asked, asked.length + 2);
    otherwise[asked.length] = "--storage";
    otherwise[asked.length + 1] = "int8";
    assertThat(run(otherwise).code()).isEqualTo(2);
    otherwise[0] = "explain";
    assertThat(run(otherwise).code()).isEqualTo(2);
    for (String command : List.of("search", "index")) {
      Object[] wide =
          command.equals("search")
              ? new Object[] {"search", corpus, "birds", "--model", "hashed-1025"}
              : new Object[] {
                "index", corpus, "--into", folder.resolve("wide"), "--model", "hashed-1025"
              };
      assertThat(run(wide).code()).as(command).isEqualTo(2);
    }
    Path notes = TinyCorpus.folder(folder.resolve("notes"));
    assertThat(run("index", corpus, "--into", notes, "--model", "hashed-64").code()).isEqualTo(2);
  }

  @Test
  void aDocumentThatTheModelRefusesIsAFailedJobWhoeverAsksForIt() throws IOException {
    Path corpus = folder.resolve("long.jsonl");
    Files.writeString(corpus, "{\"_id\":\"a\",\"text\":\"" + "many words ".repeat(600) + "\"}\n");
    Object[] how = {"--model", "minilm", "--truncation", "error", "--split", "none"};
    for (Object[] command :
        List.of(
            new Object[] {"index", corpus, "--into", folder.resolve("y")},
            new Object[] {"search", corpus, "birds"},
            new Object[] {"explain", corpus, "birds"})) {
      Object[] args = Arrays.copyOf(command, command.length + how.length);
      System.arraycopy(how, 0, args, command.length, how.length);
      Cli.Outcome failed = run(args);
      assertThat(failed.code()).as(failed.err()).isEqualTo(1);
      assertThat(failed.err()).contains("tokens, the encoder reads 256");
    }
  }

  @Test
  void whatAFolderLeavesOutIsSaidInOneLine() throws IOException {
    Path notes = TinyCorpus.folder(folder.resolve("notes"));
    Files.writeString(notes.resolve(".hidden"), "x");
    Files.write(notes.resolve("a.bin"), new byte[100]);
    Files.write(notes.resolve("b.bin"), new byte[100]);
    assertThat(index(notes).err()).isEqualTo("akin: 2 documents; left out: 1 hidden, 2 binary\n");
    var terminal = new Terminal(true, true, 80, true);
    assertThat(
            new Cli(folder.resolve("cache"))
                .run(terminal, "", "search", notes, "birds", "--model", "hashed-64")
                .err())
        .contains("\u001b[2makin: 2 documents; left out: 1 hidden, 2 binary\u001b[0m\n");
    Json.Members report =
        (Json.Members) Json.parse(index(notes, "--json").lines().getFirst(), "report");
    assertThat(report.find("skipped")).contains(Json.of(0));
    assertThat(report.find("leftOut").orElseThrow().toLine())
        .isEqualTo("{\"binary\":2,\"hidden\":1}");
  }

  private Path manyDocuments(int documents) throws IOException {
    var lines = new StringBuilder();
    for (int i = 0; i < documents; i++) {
      lines.append("{\"_id\":\"d%d\",\"text\":\"number %d\"}\n".formatted(i, i));
    }
    return Files.writeString(folder.resolve("many.jsonl"), lines);
  }

  @Test
  void shareAndRemainingTimeAreShownWhileASourceIsRead() throws IOException {
    Path corpus = manyDocuments(8000);
    var terminal = new Terminal(false, true, 100, false);
    var cli = new Cli(folder.resolve("cache"));
    String bar = "(?s).*\\[=+ +\\]  [1-9][0-9]? %  512  [0-9,.]+/s  [0-9]+:[0-9]{2} left.*";
    assertThat(
            cli.run(
                    terminal,
                    "",
                    "index",
                    corpus,
                    "--into",
                    folder.resolve("x"),
                    "--model",
                    "hashed-64")
                .err())
        .matches("(?s)\rindexing" + bar);
    assertThat(
            cli.run(
                    terminal,
                    "",
                    "encode",
                    corpus,
                    "--out",
                    folder.resolve("v.npy"),
                    "--model",
                    "hashed-64")
                .err())
        .matches("(?s)\rencoding" + bar);
    assertThat(cli.run(terminal, "", "search", corpus, "number", "--model", "hashed-64").err())
        .matches("(?s)\rindexing" + bar);
  }

  @Test
  void aStoppedRunSaysHowToGoOnAndTheNextCompletesIt() throws IOException {
    Path corpus = manyDocuments(2000);
    Cli.Outcome stopped =
        new Cli(folder.resolve("cache"))
            .runStopped(
                "index", corpus, "--into", folder.resolve("x.akin"), "--model", "hashed-64");
    assertThat(stopped.code()).isEqualTo(130);
    assertThat(stopped.err())
        .startsWith("akin: stopped; ")
        .endsWith("and the same command goes on from there\n");
    assertThat(index(corpus).lines().getFirst()).startsWith("documents  2,000 (");
  }

  @Test
  void vectorsAreWrittenAsEveryLayout() throws IOException {
    Path corpus = TinyCorpus.jsonLines(folder.resolve("animals.jsonl"));
    Path npy = folder.resolve("v.npy");
    assertThat(run("encode", corpus, "--out", npy, "--model", "hashed-8").err())
        .contains("akin: 3 documents, 8 dimensions, by hashed-8");
    assertThat(Files.size(npy)).isEqualTo(128 + 3 * 8 * 4);
    assertThat(Files.readAllLines(folder.resolve("v.npy.ids"))).containsExactly("d1", "d2", "d3");
    Path text = folder.resolve("v.vec");
    assertThat(run("encode", corpus, "--out", text, "--model", "hashed-8").code()).isZero();
    assertThat(Files.readAllLines(text)).hasSize(4).first().isEqualTo("3 8");
    Cli.Outcome lines = run("encode", corpus, "--out", "-", "--model", "hashed-8");
    Json.Members first = (Json.Members) Json.parse(lines.lines().getFirst(), "line");
    assertThat(first.members().keySet()).containsExactly("id", "text", "vector", "metadata");
    assertThat(lines.lines()).hasSize(3);
    try (var files = Files.list(folder)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @Test
  @Tag("slow")
  void whatAModelDoesWithTextsIsShown() {
    assertThat(run("model", "show", "bge-small:int8").out())
        .contains(
            "pooling         FirstToken[]\n",
            "normalized      true\n",
            "queryPrompt     Represent this sentence for searching relevant passages: \n",
            "documentPrompt  \n");
  }

  @Test
  void modelsAndTheMachineAreDescribed() {
    assertThat(run("model", "list").out()).contains("minilm", "bge-small", "384 dimensions");
    assertThat(run("model", "list", "--json").lines())
        .first()
        .asString()
        .contains("\"name\":\"minilm\"", "\"dimension\":384");
    assertThat(run("model", "show", "hashed-16").out()).contains("dimension       16");
    assertThat(run("info").out()).contains("java ", "kernels ", "cache ");
    assertThat(run("completion", "bash").out()).contains("complete -F", "search", "--model");
    assertThat(run("completion", "zsh").out()).startsWith("autoload -U +X compinit");
  }
}
