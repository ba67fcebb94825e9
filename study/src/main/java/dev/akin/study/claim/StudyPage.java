package dev.akin.study.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A study's page in Markdown, and the table of all studies: written from results alone. */
public final class StudyPage {
  private StudyPage() {}

  /** One study's page. */
  public static String of(Study study, StudyResult result) {
    List<String> lines = new ArrayList<>();
    Claim claim = study.claim();
    Outcome outcome = result.outcome();
    lines.add("# " + study.title());
    lines.add("");
    lines.add(
        "*%s* (%s, %d): %s"
            .formatted(claim.paper(), claim.authors(), claim.year(), claim.statement()));
    lines.add("");
    lines.add("**Verdict: the claim %s.**".formatted(said(outcome.verdict())));
    lines.add("");
    lines.add("| | measured | 95 % interval | must exceed |");
    lines.add("|---|---|---|---|");
    lines.add(row("claim", outcome.claim()));
    lines.add(row("control", outcome.control()));
    lines.add("");
    lines.add("## Design");
    lines.add("");
    lines.add(study.design().strip());
    lines.add("");
    lines.add(
        study.data().isEmpty()
            ? "Data: made by the study."
            : "Data: %s.".formatted(String.join(", ", study.data())));
    lines.add("");
    lines.add("## Figures");
    for (ResultTable table : outcome.tables()) {
      lines.add("");
      lines.add(table.caption() + ":");
      lines.add("");
      lines.add(table.toMarkdown());
    }
    for (int p = 0; p < outcome.projections().size(); p++) {
      lines.add("");
      lines.add(
          "![%s](results/%s)"
              .formatted(outcome.projections().get(p).caption(), projectionFile(study, p)));
    }
    if (!outcome.notes().isEmpty()) {
      lines.add("");
      outcome.notes().forEach(note -> lines.add("- " + note));
    }
    lines.add("");
    lines.add("## Run");
    lines.add("");
    lines.add("```");
    lines.add("./akin study run " + study.name());
    lines.add("```");
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "%s, seed %d, %.0f s on %s. Written by the run from"
                + " [results/%s.json](results/%s.json).",
            result.date(),
            result.seed(),
            result.seconds(),
            result.environment(),
            study.name(),
            study.name()));
    return String.join("\n", lines) + "\n";
  }

  /** The name of a picture's file, beside the result's. */
  public static String projectionFile(Study study, int projection) {
    return "%s-%d.svg".formatted(study.name(), projection + 1);
  }

  private static String said(Verdict verdict) {
    return switch (verdict) {
      case HOLDS -> "holds here";
      case DOES_NOT_HOLD -> "does not hold here";
      case UNDECIDED -> "is undecided here";
    };
  }

  private static String row(String kind, Measure measure) {
    return "| %s: %s | %s | [%s, %s] | %s |"
        .formatted(
            kind,
            measure.name(),
            digits(measure.value()),
            digits(measure.low()),
            digits(measure.high()),
            digits(measure.threshold()));
  }

  private static String digits(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A row of the table of all studies. */
  public static String tableRow(Study study, StudyResult result) {
    Measure claim = result.outcome().claim();
    return "| [%s](%s.md) | %s (%s, %d) | **%s** | %s: %s [%s, %s] | %s |"
        .formatted(
            study.name(),
            study.name(),
            study.claim().paper(),
            study.claim().authors(),
            study.claim().year(),
            result.outcome().verdict().printedName(),
            claim.name(),
            digits(claim.value()),
            digits(claim.low()),
            digits(claim.high()),
            result.date());
  }
}
