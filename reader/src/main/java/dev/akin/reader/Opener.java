package dev.akin.reader;

import dev.akin.reader.ReadLog.LeftOut;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Decides by name and content how a file is read. */
final class Opener {
  private static final int HEAD_BYTES = 8192;
  private static final byte[] PDF_MAGIC = {'%', 'P', 'D', 'F', '-'};

  /** A PDF may have so many bytes of something else before it. */
  private static final int PDF_WITHIN = 1024;

  /** Text has hardly any control characters; packed or compiled bytes have one in nine. */
  private static final double MAX_CONTROL_SHARE = 0.02;

  private final ReadOptions options;
  private final ReadLog log;
  private final boolean isInFolder;

  /** A file named by the user must be readable; one that a folder holds may be left out. */
  Opener(ReadOptions options, ReadLog log, boolean isInFolder) {
    this.options = options;
    this.log = log;
    this.isInFolder = isInFolder;
  }

  /**
   * The documents of a file; empty if it was left out and noted.
   *
   * @throws FormatException if its content is not what its name says
   */
  Optional<DocumentReader> open(SourceFile file) throws IOException {
    BufferedInputStream in = Unpacking.open(file, log::read);
    try {
      Optional<DocumentReader> reader = open(file, in);
      if (reader.isEmpty()) {
        in.close();
      }
      return reader;
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private Optional<DocumentReader> open(SourceFile file, BufferedInputStream in)
      throws IOException {
    byte[] head = Unpacking.head(in, HEAD_BYTES);
    if (head.length == 0) {
      return leaveOut(LeftOut.EMPTY, file, "an empty file");
    }
    Optional<SourceFormat> named =
        options.format().or(() -> SourceFormat.ofName(file.path().getFileName().toString()));
    if (hasPdfMagic(head) || named.filter(SourceFormat.PDF::equals).isPresent()) {
      return Optional.of(openPdf(file, in, head));
    }
    if (isBinary(head)) {
      String problem = "binary, not text: NUL or control bytes at its start";
      if (named.isPresent()) {
        throw file.error(problem);
      }
      return leaveOut(LeftOut.BINARY, file, problem + "; this kind of file is not read");
    }
    return Optional.of(reader(format(file, named, head), file, in));
  }

  private Optional<DocumentReader> leaveOut(LeftOut why, SourceFile file, String problem) {
    if (!isInFolder) {
      throw file.error(problem);
    }
    log.leftOut(why);
    return Optional.empty();
  }

  private DocumentReader openPdf(SourceFile file, BufferedInputStream in, byte[] head) {
    if (!hasPdfMagic(head)) {
      throw file.error("named as a PDF, but does not begin with %PDF-");
    }
    return new SingleDocument(in, bytes -> Pdf.read(bytes, file, options.maxDocumentBytes()));
  }

  private static boolean hasPdfMagic(byte[] head) {
    String start =
        new String(head, 0, Math.min(head.length, PDF_WITHIN), StandardCharsets.ISO_8859_1);
    return start.startsWith(new String(PDF_MAGIC, StandardCharsets.ISO_8859_1))
        || start.contains("\n%PDF-");
  }

  private static boolean isBinary(byte[] head) {
    if (StrictText.Mark.of(head) != StrictText.Mark.NONE) {
      return false;
    }
    int controls = 0;
    for (byte b : head) {
      if (b == 0) {
        return true;
      }
      boolean isUsual = b < 0 || b >= ' ' || (b >= '\b' && b <= '\r') || b == 0x1b;
      controls += isUsual ? 0 : 1;
    }
    return controls > MAX_CONTROL_SHARE * head.length;
  }

  private SourceFormat format(SourceFile file, Optional<SourceFormat> named, byte[] head)
      throws IOException {
    if (options.format().isPresent()) {
      return options.format().get();
    }
    if (named.isPresent()) {
      if (isInFolder && named.get().isRecords() && !fits(file, named.get())) {
        log.tableAsText();
        return SourceFormat.TEXT;
      }
      return named.get();
    }
    String start = new String(head, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return SourceFormat.HTML;
    }
    if (start.startsWith("{") && fits(file, SourceFormat.JSON_LINES)) {
      return SourceFormat.JSON_LINES;
    }
    String name = Unpacking.withoutExtension(file.path().getFileName().toString());
    if (!isInFolder && name.toLowerCase(Locale.ROOT).endsWith(".json")) {
      throw file.error(
          "JSON, but not JSON Lines whose objects have an id and a text; write one object a line"
              + " (jq -c '.[]'), or name format text to read the file as it stands");
    }
    return SourceFormat.TEXT;
  }

  /**
   * Whether the first record has an id and a text. One that is broken counts as fitting: its error
   * is to be seen.
   */
  private boolean fits(SourceFile file, SourceFormat format) throws IOException {
    try (var lines = new LineReader(Unpacking.open(file), file, options.maxDocumentBytes())) {
      if (!lines.advance()) {
        return true;
      }
      String first = lines.text();
      return switch (format) {
        case JSON_LINES -> fits(file, first);
        case CSV -> Records.fits(options.columns(), CsvTable.fields(first));
        case TSV ->
            TsvReader.isPassage(options.columns(), TsvReader.fields(first))
                || Records.fits(options.columns(), TsvReader.fields(first));
        case TEXT, LINES, MARKDOWN, HTML, PDF -> true;
      };
    } catch (FormatException e) {
      return SourceFormat.ofName(file.path().getFileName().toString()).isPresent();
    }
  }

  private boolean fits(SourceFile file, String line) {
    return Json.parse(line, file.name() + ":1") instanceof Json.Members(var members)
        && Records.fits(options.columns(), members.keySet());
  }

  private DocumentReader reader(SourceFormat format, SourceFile file, BufferedInputStream in)
      throws IOException {
    int max = options.maxDocumentBytes();
    return switch (format) {
      case TEXT -> new SingleDocument(in, bytes -> PlainText.read(text(bytes, file), file));
      case MARKDOWN -> new SingleDocument(in, bytes -> Markdown.read(text(bytes, file), file));
      case HTML ->
          new SingleDocument(in, bytes -> Html.read(StrictText.readWhole(bytes, file, max), file));
      case PDF -> throw new IllegalStateException("opened by its content before: " + file.name());
      case LINES -> new LinesReader(file, new LineReader(in, file, max));
      case JSON_LINES ->
          new JsonLinesReader(file, new LineReader(in, file, max), options.columns());
      case CSV -> new CsvTable(file, new LineReader(in, file, max), options);
      case TSV -> new TsvReader(file, new LineReader(in, file, max), options.columns());
    };
  }

  private String text(BufferedInputStream in, SourceFile file) throws IOException {
    byte[] bytes = StrictText.readWhole(in, file, options.maxDocumentBytes());
    return StrictText.decode(bytes, StandardCharsets.UTF_8, file);
  }
}
