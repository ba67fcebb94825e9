package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The visible text of an HTML page, a line a block; the title is its title element. */
final class Html {
  /** The HTML standard looks for the charset in so many bytes. */
  private static final int CHARSET_WITHIN = 1024;

  private static final Pattern CHARSET =
      Pattern.compile("<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> UNSEEN =
      Set.of(
          "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "canvas");

  private Html() {}

  static Document read(byte[] bytes, SourceFile file) {
    String source = StrictText.decode(bytes, charset(bytes, file), file);
    var page = Parser.htmlParser().setTrackPosition(true).parseInput(source, "");
    var text = new VisibleText();
    page.body().traverse(text);
    return new Document(
        file.id(),
        page.title().strip(),
        text.out.text(),
        new Json.Members(Map.of()),
        text.out.origin(file.name()));
  }

  private static Charset charset(byte[] bytes, SourceFile file) {
    int length = Math.min(bytes.length, CHARSET_WITHIN);
    var meta = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    if (!meta.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = meta.group(1);
    try {
      return switch (name.toLowerCase(Locale.ROOT)) {
        // As the HTML standard has it: a page that could be read so far is not UTF-16, and what
        // calls itself Latin-1 is Windows' superset of it.
        case "utf-16", "utf-16le", "utf-16be" -> StandardCharsets.UTF_8;
        case "iso-8859-1", "latin1", "us-ascii", "ascii" -> Charset.forName("windows-1252");
        default -> Charset.forName(name);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new FormatException(
          file.name(), "its charset \"%s\" is not known; convert it to UTF-8".formatted(name), e);
    }
  }

  /** Collects text as a browser lays it out: white space runs together, blocks begin lines. */
  private static final class VisibleText implements NodeVisitor {
    private final TextBuilder out = new TextBuilder();
    private int unseen;
    private int preformatted;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof Element element) {
        unseen += isUnseen(element) ? 1 : 0;
        preformatted += element.nameIs("pre") ? 1 : 0;
        if ((element.isBlock() && !isCell(element)) || element.nameIs("br")) {
          breakLine();
        }
        if (element.nameIs("img") && unseen == 0) {
          appendWords(element.attr("alt"), element.sourceRange().start().lineNumber());
        }
      } else if (node instanceof TextNode words && unseen == 0) {
        appendWords(words.getWholeText(), words.sourceRange().start().lineNumber());
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        unseen -= isUnseen(element) ? 1 : 0;
        preformatted -= element.nameIs("pre") ? 1 : 0;
        if (isCell(element)) {
          appendSpace();
        } else if (element.isBlock()) {
          breakLine();
        }
      }
    }

    /** Cells of a table row stand on one line, side by side. */
    private static boolean isCell(Element element) {
      return element.nameIs("td") || element.nameIs("th");
    }

    private static boolean isUnseen(Element element) {
      return UNSEEN.contains(element.normalName()) || element.hasAttr("hidden");
    }

    private void appendWords(String words, int firstLine) {
      int line = firstLine;
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        line += c == '\n' ? 1 : 0;
        if (!Character.isWhitespace(c)) {
          out.atLine(line);
          out.append(c);
        } else if (preformatted == 0) {
          appendSpace();
        } else if (c == '\n') {
          breakLine();
        } else if (c != '\r') {
          out.append(c);
        }
      }
    }

    private void appendSpace() {
      if (out.length() > 0 && out.last() != '\n' && out.last() != ' ') {
        out.append(' ');
      }
    }

    private void breakLine() {
      if (unseen == 0) {
        out.stripSpaces();
        if (out.length() > 0 && out.last() != '\n') {
          out.append('\n');
        }
      }
    }
  }
}
