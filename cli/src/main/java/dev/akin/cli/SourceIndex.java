package dev.akin.cli;

import dev.akin.encoder.Encoder;
import dev.akin.search.index.IndexReport;
import dev.akin.search.index.SearchIndex;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The index that belongs to a source: made on first use, refreshed when the source has changed.
 *
 * <p>Its folder holds {@code index/} and {@code source.json}: the source, the model and the state
 * of the source's files (names, sizes, times) when it was last read.
 *
 * @param choices how the source is indexed
 * @param folder where it is kept
 */
record SourceIndex(Invocation invocation, Source source, IndexChoices choices, Path folder) {
  private static final int KEY_LENGTH = 16;
  private static final int NAME_LENGTH = 40;

  /** The folder for a source among the user's caches. */
  static SourceIndex cached(
      Invocation invocation, Source source, String model, IndexChoices choices) throws IOException {
    Path path = source.path().toRealPath();
    String key = "%s\n%s\n%s\n%s".formatted(path, model, choices.key(), source.key());
    String name = String.valueOf(path.getFileName()).replaceAll("[^\\p{L}\\p{N}._-]", "_");
    String folder =
        "%s-%s"
            .formatted(
                name.substring(0, Math.min(NAME_LENGTH, name.length())),
                hash(key).substring(0, KEY_LENGTH));
    return new SourceIndex(
        invocation, source, choices, CacheFolder.of(invocation.env()).indexes().resolve(folder));
  }

  Path index() {
    return folder.resolve("index");
  }

  private Path record() {
    return folder.resolve("source.json");
  }

  /**
   * Whether it was completed from all documents, and the source's files and how they are read and
   * indexed are as they were then.
   */
  boolean isFresh() throws IOException {
    return SearchIndex.isIndex(index()) && read("state").equals(Optional.of(state()));
  }

  private String state() throws IOException {
    String cuts = IndexJob.BOUNDARIES.name();
    return hash("%s\n%s\n%s\n%s".formatted(source.state(), source.key(), choices.all(), cuts));
  }

  /** What the source was called when it was last read: the beginning of every file's name. */
  Path typed() {
    return read("typed").map(Path::of).orElse(source.path());
  }

  /** What the record says; nothing if there is none, or one that cannot be read. */
  private Optional<String> read(String member) {
    try {
      Json json = Json.parse(Files.readString(record()), record().toString());
      return json instanceof Json.Members members ? members.findText(member) : Optional.empty();
    } catch (IOException | FormatException unreadable) {
      // Then the source is read again, which leaves a good record.
      return Optional.empty();
    }
  }

  /**
   * Brings it to what the source holds now, and says in one line what was done and where; waits
   * while another command does that, and leaves it at what that one made.
   */
  void refresh(Encoder encoder) throws IOException {
    try (SourceLock _ = SourceLock.take(folder, invocation)) {
      if (!isFresh()) {
        update(encoder);
      }
    }
  }

  private void update(Encoder encoder) throws IOException {
    String state = state();
    boolean isNew = !SearchIndex.isIndex(index());
    // Until it is done, nothing is what the record says, even if the source becomes what it was.
    Files.deleteIfExists(record());
    long start = System.nanoTime();
    IndexReport report =
        new IndexJob(invocation, index(), choices.options(encoder.maxTokens()))
            .run(source, encoder);
    double seconds = (System.nanoTime() - start) / 1e9;
    source.noteSkipped(invocation.console());
    IndexReports.noteKept(invocation.console(), report);
    if (source.log().skipped() == 0) {
      writeState(encoder, state);
    }
    String what =
        isNew
            ? "indexed " + Messages.count(report.index().contents().documents(), "document")
            : "refreshed the index: %,d added, %,d updated, %,d removed"
                .formatted(report.added(), report.updated(), report.removed());
    invocation
        .console()
        .note(String.format(Locale.ROOT, "akin: %s in %.1f s; kept in %s", what, seconds, folder));
    IndexReports.noteTruncation(invocation.console(), report);
  }

  /** Removes what is in the folder: what is in the cache can be made again. */
  void delete() throws IOException {
    try (SourceLock _ = SourceLock.take(folder, invocation);
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !SourceLock.isLock(file)) {
          Files.delete(file);
        }
      }
    }
  }

  private void writeState(Encoder encoder, String state) throws IOException {
    Json.Members members =
        dev.akin.cli.console.Console.members(
            "source", Json.of(source.path().toRealPath().toString()),
            "model", Json.of(encoder.identity().name()),
            "typed", Json.of(source.path().toString()),
            "state", Json.of(state));
    Path next = folder.resolve("source.json.next");
    Files.writeString(next, members.toLine() + "\n");
    Files.move(next, record(), StandardCopyOption.REPLACE_EXISTING);
  }

  /** SHA-256 in hexadecimal. */
  static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
