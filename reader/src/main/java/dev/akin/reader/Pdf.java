package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, page after page; a line of its origin is a page. */
final class Pdf {
  /** A finished PDF says %%EOF within so many bytes of its end. */
  private static final int END_WITHIN = 2048;

  private Pdf() {}

  /**
   * The document.
   *
   * @param in its bytes; read only when they are packed, since a PDF is read from its end
   */
  static Document read(BufferedInputStream in, SourceFile file, int maxBytes) throws IOException {
    try (RandomAccessRead bytes = open(in, file, maxBytes);
        PDDocument pdf = load(bytes, file)) {
      if (!pdf.getCurrentAccessPermission().canExtractContent()) {
        throw file.error("its author does not permit taking the text out of this PDF");
      }
      var out = new TextBuilder();
      var stripper = new PDFTextStripper();
      stripper.setLineSeparator("\n");
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        out.atLine(page);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        out.append(stripper.getText(pdf).strip()).append("\n\n");
        if (out.length() > maxBytes) {
          throw file.error(
              "page %d makes its text longer than %d characters, the most one document may have;"
                      .formatted(page, maxBytes)
                  + " raise max-document-bytes or split the file");
        }
      }
      return new Document(
          file.id(), title(pdf), out.text(), new Json.Members(Map.of()), out.origin(file.name()));
    } catch (InvalidPasswordException e) {
      throw new FormatException(
          file.name(), "an encrypted PDF that needs a password; save a copy without one", e);
    } catch (FormatException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // PDFBox meets what it did not expect in many ways; each is about this file.
      String problem = Objects.requireNonNullElse(e.getMessage(), e.toString());
      throw new FormatException(
          file.name(), "not a PDF that can be read (%s)".formatted(problem), e);
    }
  }

  private static RandomAccessRead open(BufferedInputStream in, SourceFile file, int maxBytes)
      throws IOException {
    String name = file.path().getFileName().toString();
    return Unpacking.withoutExtension(name).equals(name)
        ? new RandomAccessReadBufferedFile(file.path())
        : new RandomAccessReadBuffer(StrictText.readWhole(in, file, maxBytes));
  }

  /** PDFBox would make what it can of half a file, so its end is looked for first. */
  private static PDDocument load(RandomAccessRead bytes, SourceFile file) throws IOException {
    int length = (int) Math.min(END_WITHIN, bytes.length());
    byte[] end = new byte[length];
    bytes.seek(bytes.length() - length);
    for (int at = 0, n = 0; at < length && n >= 0; at += n) {
      n = bytes.read(end, at, length - at);
    }
    bytes.seek(0);
    if (!new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
      throw file.error("a PDF that is cut short: no %%EOF at its end; fetch or write it again");
    }
    return Loader.loadPDF(bytes);
  }

  private static String title(PDDocument pdf) {
    return Optional.ofNullable(pdf.getDocumentInformation().getTitle()).orElse("").strip();
  }
}
