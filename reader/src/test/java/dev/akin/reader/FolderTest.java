package dev.akin.reader;

import static dev.akin.reader.Reading.documents;
import static dev.akin.reader.Reading.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.reader.ReadLog.LeftOut;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir private Path folder;
  private final ReadLog log = new ReadLog();

  private List<String> ids() {
    return documents(folder, ReadOptions.defaults(), log).stream().map(Document::id).toList();
  }

  @Test
  void filesComeSortedWithTheirPathAsId() {
    write(folder, "b.txt", "b");
    write(folder, "a/z.md", "# Z\n\nz");
    write(folder, "a/b/c.html", "<p>c");
    write(folder, "records.jsonl", "{\"_id\":\"r1\",\"text\":\"x\"}\n");

    assertThat(ids()).containsExactly("a/b/c.html", "a/z.md", "b.txt", "r1");
    assertThat(documents(folder).getFirst().origin().locate(0)).isEqualTo(folder + "/a/b/c.html:1");
  }

  @Test
  void hiddenBinaryAndEmptyFilesAreLeftOutAndCounted() {
    write(folder, "a.txt", "a");
    write(folder, "empty.txt", "");
    write(folder, "blank.txt", " \n");
    write(folder, "image.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
    write(folder, ".hidden/x.txt", "x");
    write(folder, ".secret", "x");

    assertThat(ids()).containsExactly("a.txt");
    assertThat(log.leftOut())
        .isEqualTo(Map.of(LeftOut.HIDDEN, 2L, LeftOut.BINARY, 1L, LeftOut.EMPTY, 2L));
    assertThat(log.summary()).isEqualTo("1 document; left out: 2 hidden, 1 binary, 2 without text");
  }

  @Test
  void filesThatAreLeftOutCountAsReadAndIgnoredOnesDoNotCount() throws IOException {
    write(folder, "a.txt", "a".repeat(1000));
    write(folder, "b.bin", new byte[2000]);
    write(folder, "c.txt", "c".repeat(5000));
    write(folder, "skipped.log", "x".repeat(9000));
    write(folder, ".akinignore", "*.log\n");
    try (var documents = Sources.open(folder, ReadOptions.defaults(), log).documents()) {
      var all = documents.iterator();
      all.next();
      assertThat(log.share()).hasValue(1000 / 8000.0);
      all.next();
      assertThat(log.share()).hasValue(1.0);
      assertThat(all.hasNext()).isFalse();
      assertThat(log.share()).hasValue(1.0);
    }
  }

  @Test
  void ignoreRulesOfEveryLevelHold() {
    write(folder, ".gitignore", "*.log\n/build/\ntarget\n!keep.log\ndocs/**/draft*.md\n");
    write(folder, ".akinignore", "!b.log\nsecret/\n");
    write(folder, "sub/.gitignore", "*\n!*.txt\n");
    for (var name :
        List.of(
            "a.log",
            "b.log",
            "keep.log",
            "build/x.txt",
            "x/build/y.txt",
            "x/target/z.txt",
            "docs/draft.md",
            "docs/a/b/draft2.md",
            "docs/a/final.md",
            "sub/a.md",
            "sub/b.txt",
            "secret/s.txt")) {
      write(folder, name, "text");
    }

    assertThat(ids())
        .containsExactly("b.log", "docs/a/final.md", "keep.log", "sub/b.txt", "x/build/y.txt");
    assertThat(log.leftOut()).containsEntry(LeftOut.IGNORED, 7L);
  }

  @Test
  void tablesWithoutIdAndTextAreReadAsPlainTextInAFolder() {
    write(folder, "a.csv", "date,value\n2020,1\n");
    write(folder, "b.jsonl", "{\"level\":\"info\"}\n");
    write(folder, "c.csv", "id,text\nr,x\n");
    write(folder, "package.json", "{\n  \"name\": \"x\"\n}\n");

    assertThat(ids()).containsExactly("a.csv", "b.jsonl", "r", "package.json");
    assertThat(log.tablesAsText()).isEqualTo(2);
    assertThat(log.summary())
        .isEqualTo("4 documents; 2 without id and text columns read as plain text");
  }

  @Test
  void linksAreFollowedButNotInCircles() throws IOException {
    write(folder, "a/x.txt", "x");
    Files.createSymbolicLink(folder.resolve("a/up"), folder);
    Files.createSymbolicLink(folder.resolve("a/self"), folder.resolve("a/self"));
    Files.createSymbolicLink(folder.resolve("b"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("nowhere"), folder.resolve("gone"));
    Files.createSymbolicLink(folder.resolve("y.txt"), folder.resolve("a/x.txt"));

    assertThat(ids()).containsExactly("a/x.txt", "b/x.txt", "y.txt");
    assertThat(log.leftOut()).containsEntry(LeftOut.LINK_LOOP, 2L);
    assertThat(log.leftOut()).containsEntry(LeftOut.BROKEN_LINK, 3L);
  }

  @Test
  void oneBadFileFailsThePassOrIsSkipped() {
    write(folder, "a.txt", new byte[] {'x', (byte) 0xe9});
    write(folder, "b.txt", "b");

    assertThatThrownBy(this::ids)
        .hasMessage(
            folder + "/a.txt:1: not UTF-8: byte 0xE9 at offset 1; convert the file to UTF-8");
    documents(folder, ReadOptions.defaults().withOnError(OnError.SKIP), log);
    assertThat(log.documents()).isEqualTo(1);
    assertThat(log.skipped()).isEqualTo(1);
  }

  @Test
  void aFileWithoutPermissionIsNamed() throws IOException {
    var file = write(folder, "a.txt", "a");
    Files.setPosixFilePermissions(file, Set.of());
    Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");

    assertThatThrownBy(this::ids)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(file + ": no permission to read it");
  }

  @Test
  void rulesThatAreNotUtf8AreNamed() {
    write(folder, "a.txt", "a");
    write(folder, "sub/.gitignore", new byte[] {'#', ' ', (byte) 0xe9, '\n'});

    assertThatThrownBy(this::ids)
        .isInstanceOf(FormatException.class)
        .hasMessage(
            folder
                + "/sub/.gitignore:1: not UTF-8: byte 0xE9 at offset 2; convert the file to UTF-8");
  }

  @Test
  void aPipeInAFolderIsNotWaitedFor() throws IOException, InterruptedException {
    write(folder, "a.txt", "a");
    var made = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
    Assumptions.assumeTrue(made == 0, "no mkfifo here");

    assertThat(ids()).containsExactly("a.txt");
    assertThat(log.leftOut()).containsEntry(LeftOut.NOT_A_FILE, 1L);
  }
}
