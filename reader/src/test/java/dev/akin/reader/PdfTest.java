package dev.akin.reader;

import static dev.akin.reader.Reading.documents;
import static dev.akin.reader.Reading.only;
import static dev.akin.reader.Reading.skipping;
import static dev.akin.reader.Reading.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.text.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
  private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

  @TempDir private Path folder;

  @BeforeAll
  static void silencePdfBox() {
    PDFBOX.setLevel(Level.OFF);
  }

  private static PDDocument pdf(String... pages) throws IOException {
    var pdf = new PDDocument();
    for (String text : pages) {
      var page = new PDPage();
      pdf.addPage(page);
      try (var content = new PDPageContentStream(pdf, page)) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText(text);
        content.endText();
      }
    }
    return pdf;
  }

  private static byte[] bytes(PDDocument pdf) throws IOException {
    var out = new ByteArrayOutputStream();
    try (pdf) {
      pdf.save(out);
    }
    return out.toByteArray();
  }

  @Test
  void aLineOfItsOriginIsAPage() throws IOException {
    var pdf = pdf("First page.", "", "Third page.");
    pdf.getDocumentInformation().setTitle("A title");
    var document = only(write(folder, "a.pdf", bytes(pdf)));

    assertThat(document.title()).isEqualTo("A title");
    assertThat(document.text().replaceAll("\\s+", " ")).isEqualTo("First page. Third page.");
    assertThat(document.origin().locate(0)).isEqualTo(folder + "/a.pdf:1");
    assertThat(document.origin().lineAt(document.text().indexOf("Third"))).isEqualTo(3);
  }

  @Test
  void aPackedPdfAndOneOfAnotherNameAreRead() throws IOException {
    byte[] bytes = bytes(pdf("Packed."));
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    assertThat(only(write(folder, "a.pdf.gz", packed.toByteArray())).text()).isEqualTo("Packed.");
    assertThat(only(write(folder, "paper", bytes)).text()).isEqualTo("Packed.");
  }

  @Test
  void anEncryptedPdfIsRefused() throws IOException {
    var pdf = pdf("Secret.");
    pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
    var file = write(folder, "a.pdf", bytes(pdf));

    assertThatThrownBy(() -> documents(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": an encrypted PDF that needs a password; save a copy without one");
  }

  @Test
  void aPdfThatForbidsExtractionIsRefused() throws IOException {
    var pdf = pdf("Not yours.");
    var permission = new AccessPermission();
    permission.setCanExtractContent(false);
    pdf.protect(new StandardProtectionPolicy("owner", "", permission));
    var file = write(folder, "a.pdf", bytes(pdf));

    assertThatThrownBy(() -> documents(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(file + ": its author does not permit taking the text out of this PDF");
  }

  @Test
  void aPdfBeyondTheLimitOrWithoutTextIsSaidToBeSo() throws IOException {
    var longer = write(folder, "a.pdf", bytes(pdf("0123456789", "0123456789")));
    assertThatThrownBy(() -> documents(longer, ReadOptions.defaults().withMaxDocumentBytes(20)))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            longer
                + ": page 2 makes its text longer than 20 characters, the most one document may"
                + " have; raise max-document-bytes or split the file");
    var scanned = write(folder, "b.pdf", bytes(pdf("")));
    assertThatThrownBy(() -> documents(scanned))
        .hasMessage(scanned + ": no document to read: 0 documents; left out: 1 without text");
  }

  @Test
  void aPdfCutShortIsRefused() throws IOException {
    byte[] whole = bytes(pdf("Some text."));
    var file = write(folder, "a.pdf", Damage.truncated(whole, whole.length - 10));

    assertThatThrownBy(() -> documents(file))
        .isInstanceOf(FormatException.class)
        .hasMessage(
            file + ": a PDF that is cut short: no %%EOF at its end; fetch or write it again");
  }

  /** An encrypted PDF whose identifier is a number where PDFBox takes it for a string. */
  private static byte[] withNumberForId() throws IOException {
    var pdf = pdf("Some text.");
    pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
    var out = new ByteArrayOutputStream();
    try (pdf) {
      pdf.save(out, CompressParameters.NO_COMPRESSION);
    }
    String text = out.toString(StandardCharsets.ISO_8859_1);
    Matcher id = Pattern.compile("/ID *\\[ *(<[0-9A-Fa-f]+>)").matcher(text);
    assertThat(id.find()).isTrue();
    String number = "1" + " ".repeat(id.group(1).length() - 1);
    return (text.substring(0, id.start(1)) + number + text.substring(id.end(1)))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatPdfBoxStumblesOverIsTheFilesErrorAndCanBeSkipped() throws IOException {
    var bad = write(folder, "a.pdf", withNumberForId());
    write(folder, "b.txt", "text");
    assertThatThrownBy(() -> documents(bad))
        .isInstanceOf(FormatException.class)
        .hasCauseInstanceOf(ClassCastException.class)
        .hasMessageStartingWith(bad + ": not a PDF that can be read (");
    assertThat(skipping(folder).messages())
        .singleElement()
        .asString()
        .startsWith(bad + ": not a PDF that can be read (");
  }

  @Test
  void damageIsRefusedByNameOrHarmless() throws IOException {
    byte[] whole = bytes(pdf("Some text of a page.", "And another."));
    Seeds.forEach(
        60,
        random -> {
          byte[] bad =
              random.nextBoolean()
                  ? Damage.bitFlipped(whole, random)
                  : Damage.truncated(whole, 5 + random.nextInt(whole.length - 5));
          var file = write(folder, "a.pdf", bad);
          try {
            documents(file);
          } catch (FormatException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
          }
        });
  }
}
