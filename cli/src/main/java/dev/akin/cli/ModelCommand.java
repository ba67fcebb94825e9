package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.cli.console.DisplayWidth;
import dev.akin.encoder.Encoder;
import dev.akin.encoder.ModelCard;
import dev.akin.encoder.Models;
import dev.akin.encoder.Treatment;
import dev.akin.encoder.Truncation;
import dev.akin.encoder.head.Pooling;
import dev.akin.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code akin model}: which models there are and what they are. */
@Command(
    name = "model",
    description = "Lists the models that come along, shows one, or makes a static one of it.",
    synopsisSubcommandLabel = "list|show NAME|distil NAME",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Examples:",
      "  akin model list",
      "  akin model show bge-small --json",
      "  akin model distil minilm --into minilm-static"
    })
final class ModelCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin CommonOptions common = new CommonOptions();

  ModelCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The command with its own commands. */
  static CommandLine tree(Invocation invocation) {
    return new CommandLine(new ModelCommand(invocation))
        .addSubcommand("distil", new ModelDistilCommand(invocation));
  }

  @Override
  public Integer call() {
    throw CommandException.badUse(
        "say 'akin model list', 'akin model show NAME' or 'akin model distil NAME --into FOLDER'");
  }

  /** One line a model. */
  @Command(
      name = "list",
      description = "One line a model.",
      footer = {"", "Example:", "  akin model list"})
  int list(@Mixin CommonOptions options) {
    Console console = invocation.console();
    for (ModelCard card : Models.list()) {
      if (options.json) {
        console.json(json(card));
      } else {
        console.line(
            "%s  %4d dimensions  %4d tokens  %s  %s  %s"
                .formatted(
                    DisplayWidth.pad(card.name(), 15),
                    card.dimension(),
                    card.maxTokens(),
                    DisplayWidth.pad(low(card.precision()), 7),
                    DisplayWidth.pad(card.licence(), 10),
                    card.isPresent() ? "comes along" : "not on the class path"));
      }
    }
    if (!options.json) {
      console.line(
          "%s  any dimension, no model: words and trigrams, for tests and first looks"
              .formatted(DisplayWidth.pad("hashed-256", 15)));
    }
    return ExitCode.OK;
  }

  /** All that is known of one. */
  @Command(
      name = "show",
      description = "Opens a model and shows what it is and which vector space it makes.",
      footer = {"", "Examples:", "  akin model show minilm", "  akin model show my-model-folder/"})
  int show(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NAME|FOLDER", description = "A model or a model folder.")
          String name)
      throws IOException {
    ModelChoice.check(name);
    List<String[]> lines = new ArrayList<>();
    try (Encoder encoder = new ModelChoice().open(invocation, name, Truncation.WARN)) {
      lines.add(new String[] {"name", encoder.identity().name()});
      lines.add(new String[] {"identity", encoder.identity().hash()});
      lines.add(new String[] {"dimension", String.valueOf(encoder.dimension())});
      lines.add(new String[] {"maxTokens", String.valueOf(encoder.maxTokens())});
      lines.add(new String[] {"similarity", low(encoder.similarity())});
      encoder.findTreatment().ifPresent(treatment -> add(lines, treatment));
    }
    Models.find(name).ifPresent(card -> add(lines, card));
    Console console = invocation.console();
    if (options.json) {
      Object[] members = new Object[lines.size() * 2];
      for (int i = 0; i < lines.size(); i++) {
        members[2 * i] = lines.get(i)[0];
        members[2 * i + 1] = Json.of(lines.get(i)[1]);
      }
      console.json(Console.members(members));
    } else {
      lines.forEach(line -> console.line(DisplayWidth.pad(line[0], 16) + line[1]));
    }
    return ExitCode.OK;
  }

  private static void add(List<String[]> lines, Treatment treatment) {
    String pooling = treatment.pooling().map(Pooling::toString).orElse("in its graph");
    lines.add(new String[] {"pooling", pooling});
    lines.add(new String[] {"normalized", String.valueOf(treatment.isNormalized())});
    lines.add(new String[] {"queryPrompt", treatment.prompts().query()});
    lines.add(new String[] {"documentPrompt", treatment.prompts().document()});
  }

  private static void add(List<String[]> lines, ModelCard card) {
    lines.add(new String[] {"precision", low(card.precision())});
    lines.add(new String[] {"source", card.source()});
    lines.add(new String[] {"licence", card.licence()});
  }

  private static Json.Members json(ModelCard card) {
    return Console.members(
        "name", Json.of(card.name()),
        "dimension", Json.of(card.dimension()),
        "maxTokens", Json.of(card.maxTokens()),
        "precision", Json.of(low(card.precision())),
        "similarity", Json.of(low(card.similarity())),
        "licence", Json.of(card.licence()),
        "source", Json.of(card.source()),
        "present", Json.of(card.isPresent()));
  }

  private static String low(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
