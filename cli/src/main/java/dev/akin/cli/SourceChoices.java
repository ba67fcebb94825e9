package dev.akin.cli;

import dev.akin.reader.Columns;
import dev.akin.reader.OnError;
import dev.akin.reader.ReadOptions;
import dev.akin.reader.SourceFormat;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a source is read. */
final class SourceChoices {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "The format of every file: text, lines, markdown, html, pdf, json_lines, csv, tsv."
              + " Default: by name and content.")
  private Optional<SourceFormat> format = Optional.empty();

  @Option(
      names = "--on-error",
      paramLabel = "skip|fail",
      description =
          "A document that cannot be read ends the job, or is left out and counted. Default: fail.")
  private OnError onError = OnError.FAIL;

  @Option(
      names = "--id-column",
      paramLabel = "NAME",
      description =
          "Column of the id in JSON Lines, CSV and TSV; # numbers the records."
              + " Default: _id, id or docid.")
  private Optional<String> idColumn = Optional.empty();

  @Option(
      names = "--title-column",
      paramLabel = "NAME",
      description = "Column of the title. Default: title.")
  private Optional<String> titleColumn = Optional.empty();

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description = "Column of the text. Default: text or contents.")
  private Optional<String> textColumn = Optional.empty();

  @Option(
      names = "--max-document-bytes",
      paramLabel = "N",
      description = "The longest line or text file that is one document. Default: 16777216.")
  private int maxDocumentBytes = ReadOptions.DEFAULT_MAX_DOCUMENT_BYTES;

  ReadOptions options() {
    ReadOptions options;
    try {
      options =
          ReadOptions.defaults()
              .withColumns(new Columns(idColumn, titleColumn, textColumn))
              .withOnError(onError)
              .withMaxDocumentBytes(maxDocumentBytes);
    } catch (IllegalArgumentException e) {
      throw CommandException.badUse("--max-document-bytes: " + Failures.message(e));
    }
    return format.isPresent() ? options.withFormat(format.get()) : options;
  }
}
