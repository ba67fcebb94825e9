package dev.akin.reader;

import dev.akin.text.Document;
import dev.akin.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a Markdown file without its markup, line by line, so that every line knows where it
 * stands. The title is the first heading, which is not repeated in the text.
 *
 * <p>This is no Markdown parser: it takes off what would disturb an encoder or a reader of results
 * (CommonMark's markers for headings, lists, quotes, code, emphasis, links, images, tables, inline
 * HTML; front matter) and leaves everything else as written. Code keeps its lines untouched.
 */
final class Markdown {
  private final SourceFile file;
  private final List<String> lines;
  private final TextBuilder out = new TextBuilder();
  private String title = "";
  private String fence = "";
  private boolean isComment;

  private Markdown(String text, SourceFile file) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  static Document read(String text, SourceFile file) {
    return new Markdown(text, file).read();
  }

  private Document read() {
    for (int i = frontMatterLines(); i < lines.size(); i++) {
      String line = lines.get(i);
      if (!fence.isEmpty() && MarkdownLine.closes(fence, line)) {
        fence = "";
      } else if (!fence.isEmpty()) {
        add(line, i + 1);
      } else if (isHeadingByUnderline(i)) {
        addHeading(MarkdownInline.plain(line.strip()), i + 1);
        i++;
      } else {
        readLine(line, i + 1);
      }
    }
    return new Document(
        file.id(), title, out.text(), new Json.Members(Map.of()), out.origin(file.name()));
  }

  /** Front matter stands between two lines of three hyphens at the very top. */
  private int frontMatterLines() {
    if (lines.isEmpty() || !lines.getFirst().stripTrailing().equals("---")) {
      return 0;
    }
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).stripTrailing();
      if (line.equals("---") || line.equals("...")) {
        return i + 1;
      }
    }
    return 0;
  }

  /** A paragraph of one line, above a line of equals signs or hyphens. */
  private boolean isHeadingByUnderline(int i) {
    String line = lines.get(i);
    return i + 1 < lines.size()
        && !isComment
        && !line.isBlank()
        && MarkdownLine.isUnderline(lines.get(i + 1))
        && (i == 0 || lines.get(i - 1).isBlank())
        && line.equals(MarkdownLine.withoutListMark(MarkdownLine.withoutQuoteMarks(line)))
        && line.indexOf('|') < 0
        && !MarkdownLine.isRule(line)
        && MarkdownLine.heading(line).isEmpty()
        && MarkdownLine.fence(line).isEmpty();
  }

  private void readLine(String source, int number) {
    String line = MarkdownLine.withoutQuoteMarks(withoutComments(source));
    Optional<String> heading = MarkdownLine.heading(line);
    Optional<String> opening = MarkdownLine.fence(line);
    if (opening.isPresent()) {
      fence = opening.get();
    } else if (heading.isPresent()) {
      addHeading(MarkdownInline.plain(heading.get()), number);
    } else if (MarkdownLine.isMarkupOnly(line)) {
      add("", number);
    } else {
      String words = MarkdownLine.withoutCellBorders(MarkdownLine.withoutListMark(line));
      add(MarkdownInline.plain(words), number);
    }
  }

  /** Takes out HTML comments, which may go over lines. */
  private String withoutComments(String line) {
    var kept = new StringBuilder();
    int at = 0;
    while (at < line.length()) {
      int mark = line.indexOf(isComment ? "-->" : "<!--", at);
      int stop = mark < 0 ? line.length() : mark;
      if (!isComment) {
        kept.append(line, at, stop);
      }
      at = mark < 0 ? stop : mark + (isComment ? 3 : 4);
      isComment = (mark >= 0) != isComment;
    }
    return kept.toString();
  }

  private void addHeading(String words, int number) {
    if (title.isEmpty() && !words.isBlank()) {
      title = words.strip();
    } else {
      add(words, number);
    }
  }

  /** Lines stay lines; several blank ones become one, those at the top none. */
  private void add(String line, int number) {
    if (line.isBlank()) {
      if (out.length() > 0 && !out.endsWithBlankLine()) {
        out.append('\n');
      }
      return;
    }
    out.atLine(number);
    out.append(line.stripTrailing()).append('\n');
  }
}
