package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Truncation;
import dev.akin.reader.ReadLog;
import dev.akin.search.index.IndexInfo;
import dev.akin.search.index.IndexReport;
import dev.akin.text.Json;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What indexing did, for people and machines. */
final class IndexReports {
  private IndexReports() {}

  /** Says how many documents were not found again and are kept all the same, if any are. */
  static void noteKept(Console console, IndexReport report) {
    if (report.kept() > 0) {
      console.note(
          "akin: %s not found again and kept, since not everything could be read"
              .formatted(Messages.count(report.kept(), "document")));
    }
  }

  /** Says how many texts lost their end, if any did. */
  static void noteTruncation(Console console, IndexReport report) {
    EncodingReport encoding = report.encoding();
    boolean isAsked = report.index().options().truncation() == Truncation.WARN;
    if (isAsked && encoding.lostTokens() > 0) {
      console.note(
          String.format(
              Locale.ROOT,
              "akin: %,d of %,d texts are longer than the model reads; %,d of their tokens were not"
                  + " read (--split passages or --truncation split reads all)",
              encoding.truncated(),
              encoding.texts(),
              encoding.lostTokens()));
    }
  }

  /** {@code ; 12 of 300 words without a vector}, or nothing where every token has one. */
  static String unknown(EncodingReport encoding) {
    return encoding.unknownTokens() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; %,d of %,d words without a vector",
            encoding.unknownTokens(),
            encoding.tokens());
  }

  static void print(Console console, Path folder, IndexReport report, double seconds) {
    IndexInfo.Contents contents = report.index().contents();
    line(
        console,
        "documents",
        "%,d (%,d added, %,d updated, %,d removed, %,d unchanged)"
            .formatted(
                contents.documents(),
                report.added(),
                report.updated(),
                report.removed(),
                report.unchanged()));
    line(console, "passages", "%,d".formatted(contents.passages()));
    line(
        console,
        "truncated",
        "%,d (tokens not read in this run: %,d%s)"
            .formatted(
                contents.truncated(), report.encoding().lostTokens(), unknown(report.encoding())));
    line(
        console,
        "recall",
        report.index().recall().map(IndexReports::describe).orElse("not measured: no vectors"));
    line(console, "size", "%s in %s".formatted(Messages.bytes(contents.bytes()), folder));
    long worked = report.added() + report.updated();
    line(
        console,
        "time",
        "%.1f s%s"
            .formatted(
                seconds,
                worked == 0 ? "" : ", %,.0f documents a second".formatted(worked / seconds)));
  }

  private static String describe(dev.akin.search.index.Recall recall) {
    return "%.4f of the true %d nearest, measured on %,d vectors (target %s%s)"
        .formatted(
            recall.measured(),
            dev.akin.search.index.Recall.NEIGHBOURS,
            recall.sample(),
            recall.target(),
            recall.isReached() ? "" : ", not reached");
  }

  private static void line(Console console, String name, String value) {
    console.line("%-10s %s".formatted(name, value));
  }

  /**
   * The report of an index.
   *
   * @param log what was left out while its source was read
   */
  static Json.Members json(Path folder, IndexReport report, ReadLog log, double seconds) {
    return Console.members(
        "index", Json.of(folder.toString()),
        "added", Json.of(report.added()),
        "updated", Json.of(report.updated()),
        "removed", Json.of(report.removed()),
        "kept", Json.of(report.kept()),
        "unchanged", Json.of(report.unchanged()),
        "skipped", Json.of(log.skipped()),
        "leftOut", leftOut(log),
        "tokens", Json.of(report.encoding().tokens()),
        "lostTokens", Json.of(report.encoding().lostTokens()),
        "unknownTokens", Json.of(report.encoding().unknownTokens()),
        "contents", contents(report.index()),
        "seconds", Json.of(seconds),
        "stages", stages(report));
  }

  /** By reason; reasons that did not occur are absent. */
  private static Json.Members leftOut(ReadLog log) {
    Map<String, Json> counts = new java.util.TreeMap<>();
    log.leftOut()
        .forEach((why, files) -> counts.put(why.name().toLowerCase(Locale.ROOT), Json.of(files)));
    return new Json.Members(counts);
  }

  private static Json.Members stages(IndexReport report) {
    Map<String, Json> stages = new java.util.TreeMap<>();
    report
        .seconds()
        .forEach((stage, seconds) ->
            stages.put(stage.name().toLowerCase(Locale.ROOT), Json.of(seconds)));
    return new Json.Members(stages);
  }

  /** What an index holds. */
  static Json.Members contents(IndexInfo info) {
    IndexInfo.Contents contents = info.contents();
    return Console.members(
        "documents", Json.of(contents.documents()),
        "passages", Json.of(contents.passages()),
        "vectors", Json.of(contents.vectors()),
        "truncated", Json.of(contents.truncated()),
        "bytes", Json.of(contents.bytes()),
        "recall",
            info.recall().isPresent() ? Json.of(info.recall().get().measured()) : new Json.Null());
  }
}
