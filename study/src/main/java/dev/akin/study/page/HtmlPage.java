package dev.akin.study.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** A whole HTML file. Immutable. */
public final class HtmlPage {
  private static final String STYLE = style();

  private final String title;
  private final List<Part> parts;

  private HtmlPage(String title, List<Part> parts) {
    this.title = title;
    this.parts = parts;
  }

  /**
   * A page.
   *
   * @param title in the window's frame and at the top
   * @param content fills it
   */
  public static HtmlPage of(String title, Consumer<PageBuilder> content) {
    PageBuilder builder = new PageBuilder();
    content.accept(builder);
    return new HtmlPage(title, builder.parts());
  }

  /**
   * The file's text, to be written as UTF-8. Well-formed XML too, so that it can be taken apart by
   * any parser; the same content gives the same bytes.
   */
  public String toHtml() {
    Markup out = new Markup();
    out.open("html", "lang", "en").line();
    out.open("head").line().empty("meta", "charset", "utf-8").line();
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    // Without an icon of its own a browser asks the page's place for one.
    out.empty("link", "rel", "icon", "href", "data:,").line();
    out.element("title", title).line().style(STYLE).line().close().line();
    out.open("body").line().open("main").line().element("h1", title).line();
    parts.forEach(part -> part.write(out));
    out.close().line().close().line().close().line();
    return "<!DOCTYPE html>\n" + out;
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(HtmlPage.class.getResourceAsStream("page.css"), "page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
