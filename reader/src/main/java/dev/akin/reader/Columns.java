package dev.akin.reader;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which columns (of JSON Lines: members) of a record are its id, title and text; all others are
 * metadata.
 *
 * @param id the id's column; unless named, the first there is of {@code _id}, {@code id} and {@code
 *     docid}. {@value #LINE_NUMBER} numbers the records by their line
 * @param title the title's column; unless named, {@code title} when there is one
 * @param text the text's column; unless named, the first there is of {@code text} and {@code
 *     contents}
 */
public record Columns(Optional<String> id, Optional<String> title, Optional<String> text) {
  /** Stands for the number of the line a record begins on. */
  public static final String LINE_NUMBER = "#";

  private static final List<String> IDS = List.of("_id", "id", "docid");
  private static final List<String> TITLES = List.of("title");
  private static final List<String> TEXTS = List.of("text", "contents");

  public Columns {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(text, "text");
  }

  /** The usual names. */
  public static Columns usual() {
    return new Columns(Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean isNumbered() {
    return id.filter(LINE_NUMBER::equals).isPresent();
  }

  List<String> ids() {
    return id.map(List::of).orElse(IDS);
  }

  List<String> titles() {
    return title.map(List::of).orElse(TITLES);
  }

  List<String> texts() {
    return text.map(List::of).orElse(TEXTS);
  }
}
