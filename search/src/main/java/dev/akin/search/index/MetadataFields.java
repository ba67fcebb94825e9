package dev.akin.search.index;

import dev.akin.search.filter.Filter;
import dev.akin.text.Document;
import dev.akin.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;

/**
 * Metadata in the form filters look it up: every value as a folded text, every number, and every
 * text that is written as one, as a number too. Lists have many values, members of objects are
 * {@code outer.inner}. The file is the field {@code file} unless the metadata has one.
 */
final class MetadataFields {
  static final String TEXT_PREFIX = "t:";
  static final String NUMBER_PREFIX = "n:";

  /** Longer texts are compared by their first characters only. */
  static final int LONGEST = 1_000;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private MetadataFields() {}

  static List<IndexableField> of(Document document) {
    List<IndexableField> fields = new ArrayList<>();
    Map<String, Json> members = document.metadata().members();
    members.forEach((name, value) -> add(name, value, fields));
    if (!members.containsKey("file")) {
      addText("file", document.origin().file(), fields);
    }
    return fields;
  }

  private static void add(String name, Json value, List<IndexableField> fields) {
    switch (value) {
      case Json.Null _ -> {}
      case Json.Bool bool -> addText(name, String.valueOf(bool.value()), fields);
      case Json.Num number -> addText(name, number.literal(), fields);
      case Json.Text text -> addText(name, text.value(), fields);
      case Json.Array array -> array.items().forEach(item -> add(name, item, fields));
      case Json.Members object ->
          object.members().forEach((inner, item) -> add(name + "." + inner, item, fields));
    }
  }

  private static void addText(String name, String value, List<IndexableField> fields) {
    fields.add(new StringField(TEXT_PREFIX + name, folded(value), Field.Store.NO));
    number(value).ifPresent(number -> fields.add(new DoublePoint(NUMBER_PREFIX + name, number)));
  }

  /** The form in which two texts are compared. */
  static String folded(String value) {
    String folded = Filter.folded(value);
    return folded.length() <= LONGEST ? folded : folded.substring(0, LONGEST);
  }

  /** The number a text is written as, if it is. */
  static OptionalDouble number(String value) {
    String text = value.strip();
    return NUMBER.matcher(text).matches()
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  /** The fields a filter may name, in alphabetical order. */
  static List<String> names(IndexReader reader) {
    return names(reader, TEXT_PREFIX);
  }

  /** Those of them that have a number in some document. */
  static Set<String> numeric(IndexReader reader) {
    return Set.copyOf(names(reader, NUMBER_PREFIX));
  }

  private static List<String> names(IndexReader reader, String prefix) {
    TreeSet<String> names = new TreeSet<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (field.name.startsWith(prefix)) {
        names.add(field.name.substring(prefix.length()));
      }
    }
    return List.copyOf(names);
  }
}
