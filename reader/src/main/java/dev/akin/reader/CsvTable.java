package dev.akin.reader;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Records below a header, separated by commas, quoted where needed (RFC 4180). A record may go over
 * several lines, so what is broken inside a record ends the reading of the file.
 */
final class CsvTable implements DocumentReader {
  private final SourceFile file;
  private final LineReader lines;
  private final Records records;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private List<String> header = List.of();
  private boolean isBroken;

  CsvTable(SourceFile file, LineReader lines, ReadOptions options) {
    this.file = file;
    this.lines = lines;
    this.records = new Records(file, options.columns());
    this.reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(Math.max(1 << 14, options.maxDocumentBytes()))
            .ofCsvRecord(new LinesAsReader(lines));
    this.rows = reader.iterator();
  }

  /** The column names in a header line. */
  static List<String> fields(String line) {
    return CsvReader.builder().ofSingleCsvRecord(line).getFields();
  }

  @Override
  public Optional<Document> next() {
    if (isBroken) {
      return Optional.empty();
    }
    if (header.isEmpty()) {
      isBroken = true;
      Optional<CsvRecord> first = nextRow();
      if (first.isEmpty()) {
        return Optional.empty();
      }
      List<String> names = first.get().getFields();
      records.requireColumns(names, Math.toIntExact(first.get().getStartingLineNumber()));
      header = names;
      isBroken = false;
    }
    return nextRow()
        .map(row ->
            records.document(
                header, row.getFields(), Math.toIntExact(row.getStartingLineNumber())));
  }

  private Optional<CsvRecord> nextRow() {
    boolean wasBroken = isBroken;
    isBroken = true;
    try {
      Optional<CsvRecord> row = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
      isBroken = wasBroken;
      return row;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof FormatException inner) {
        throw inner;
      }
      String reason = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
      throw new FormatException(
          file.name() + ":" + lines.number(),
          "broken CSV in a record that ends here or before (%s); nothing behind it was read"
              .formatted(reason),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** The lines of a strict reader as characters, each with its LF. */
  private static final class LinesAsReader extends Reader {
    private final LineReader lines;
    private String line = "";
    private int at;

    LinesAsReader(LineReader lines) {
      this.lines = lines;
    }

    @Override
    public int read(char[] chars, int offset, int length) throws IOException {
      if (at == line.length()) {
        if (!lines.advance()) {
          return -1;
        }
        line = lines.text() + "\n";
        at = 0;
      }
      int n = Math.min(length, line.length() - at);
      line.getChars(at, at + n, chars, offset);
      at += n;
      return n;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
