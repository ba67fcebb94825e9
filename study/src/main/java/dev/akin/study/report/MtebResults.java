package dev.akin.study.report;

import dev.akin.encoder.Sha256;
import dev.akin.study.json.JsonPlace;
import dev.akin.study.report.EvaluationReport.ReportedSystem;
import dev.akin.text.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a report in the layout of MTEB's results: {@code results/MODEL/REVISION/TASK.json} with
 * {@code model_meta.json} beside it.
 *
 * <p>A revision is the hash of a system's identity. {@code mteb_version} is null, since MTEB did
 * not measure; tasks that are MTEB's by data and protocol have its names, others their own and the
 * language {@code und-Zyyy}, undetermined.
 */
public final class MtebResults {
  private static final String NO_REVISION = "no_revision_available";
  private static final int REVISION_DIGITS = 40;
  private static final int PLACES = 6;

  /**
   * A task as MTEB knows it.
   *
   * @param name in MTEB
   * @param language ISO 639-3 and ISO 15924
   */
  private record Known(String name, String language) {}

  private static final Map<String, Known> KNOWN =
      Map.ofEntries(
          Map.entry("scifact", new Known("SciFact", "eng-Latn")),
          Map.entry("stsb-en", new Known("STSBenchmark", "eng-Latn")),
          Map.entry("sts13", new Known("STS13", "eng-Latn")),
          Map.entry("sts14", new Known("STS14", "eng-Latn")),
          Map.entry("sts15", new Known("STS15", "eng-Latn")),
          Map.entry("sts16", new Known("STS16", "eng-Latn")),
          Map.entry("banking77", new Known("Banking77Classification", "eng-Latn")));

  private final EvaluationReport report;

  private MtebResults(EvaluationReport report) {
    this.report = report;
  }

  /**
   * Writes all of a report; files of other systems and tasks stay.
   *
   * @param folder gets a folder {@code results}
   */
  public static void write(EvaluationReport report, Path folder) throws IOException {
    MtebResults results = new MtebResults(report);
    for (ReportedSystem system : report.systems()) {
      results.write(system, folder.resolve("results"));
    }
  }

  private void write(ReportedSystem system, Path results) throws IOException {
    String revision = revision(system.identity());
    Path folder =
        Files.createDirectories(results.resolve(fileName(system.name())).resolve(revision));
    write(folder.resolve("model_meta.json"), meta(system.name(), revision));
    for (TaskOutcome task : report.tasks()) {
      String name = name(task.task());
      write(
          folder.resolve(fileName(name) + ".json"),
          result(task, name, task.requireSystem(system.name())));
    }
  }

  private static void write(Path file, Json value) throws IOException {
    Files.writeString(file, value.toLine() + "\n");
  }

  /** The identity where it is a hash, else the hash of it. */
  private static String revision(String identity) {
    String hash =
        identity.matches("[0-9a-f]{" + REVISION_DIGITS + ",}")
            ? identity
            : Sha256.hex(identity.getBytes(StandardCharsets.UTF_8));
    return hash.substring(0, REVISION_DIGITS);
  }

  /** A name that every file system takes; a slash is two underlines, as MTEB has it. */
  public static String fileName(String name) {
    String plain = name.replace("/", "__").replaceAll("[^\\w.@,;=()+-]", "_");
    return plain.startsWith(".") ? "_" + plain.substring(1) : plain;
  }

  private static String name(String task) {
    Known known = KNOWN.get(task);
    return known == null ? task : known.name();
  }

  private Json result(TaskOutcome task, String name, SystemOutcome system) {
    Known known = KNOWN.get(task.task());
    Map<String, Json> entry = new LinkedHashMap<>();
    entry.put("hf_subset", Json.of("default"));
    entry.put("languages", JsonPlace.texts(List.of(known == null ? "und-Zyyy" : known.language())));
    entry.put("main_score", rounded(system.value()));
    system.scores().forEach((key, value) -> entry.put(key, rounded(value)));
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("dataset_revision", Json.of(NO_REVISION));
    members.put("task_name", Json.of(name));
    members.put("mteb_version", new Json.Null());
    members.put(
        "scores",
        new Json.Members(Map.of("test", new Json.Array(List.of((Json) new Json.Members(entry))))));
    members.put("evaluation_time", rounded(system.seconds()));
    members.put("kg_co2_emissions", new Json.Null());
    members.put("date", Json.of(report.provenance().date().getEpochSecond()));
    members.put("akin_version", Json.of(report.provenance().akin()));
    return new Json.Members(members);
  }

  private static Json rounded(double value) {
    return Double.isFinite(value)
        ? Json.of(new BigDecimal(value).setScale(PLACES, RoundingMode.HALF_EVEN).doubleValue())
        : new Json.Null();
  }

  /** What is known of a system by its report; MTEB's other members are null. */
  private static Json meta(String name, String revision) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("name", Json.of(name));
    members.put("revision", Json.of(revision));
    for (String unknown :
        List.of(
            "release_date",
            "languages",
            "n_parameters",
            "memory_usage_mb",
            "max_tokens",
            "embed_dim",
            "license",
            "open_weights",
            "public_training_code",
            "public_training_data")) {
      members.put(unknown, new Json.Null());
    }
    members.put("framework", JsonPlace.texts(List.of("Akin")));
    for (String unknown :
        List.of(
            "reference",
            "similarity_fn_name",
            "use_instructions",
            "training_datasets",
            "adapted_from",
            "superseded_by",
            "is_cross_encoder",
            "modalities",
            "loader")) {
      members.put(unknown, new Json.Null());
    }
    return new Json.Members(members);
  }
}
