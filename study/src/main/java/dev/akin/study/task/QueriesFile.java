package dev.akin.study.task;

import dev.akin.search.Query;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Queries in a file: BEIR's {@code queries.jsonl} (an object with {@code _id} and {@code text} a
 * line), or {@code id<TAB>text} lines where the name ends in {@code .tsv}.
 */
public final class QueriesFile {
  private QueriesFile() {}

  /**
   * The queries in the file's order.
   *
   * @throws FormatException if a line is no query, an id occurs twice, or there is no query
   */
  public static List<Query> read(Path file) throws IOException {
    boolean isTable = file.toString().endsWith(".tsv");
    List<Query> queries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String where = file + ":" + ++number;
        if (line.isBlank()) {
          continue;
        }
        Query query = isTable ? ofTable(line, where) : ofJson(line, where);
        if (!ids.add(query.id())) {
          throw new FormatException(where, "the query id '%s' occurs twice".formatted(query.id()));
        }
        queries.add(query);
      }
    } catch (MalformedInputException e) {
      throw new FormatException(file.toString(), "not UTF-8", e);
    } catch (CharacterCodingException e) {
      throw new FormatException(file.toString(), "not UTF-8 text", e);
    }
    if (queries.isEmpty()) {
      throw new FormatException(file.toString(), "no queries in this file");
    }
    return queries;
  }

  private static Query ofJson(String line, String where) {
    if (!(Json.parse(line, where) instanceof Json.Members members)) {
      throw new FormatException(where, "a query is an object with _id and text");
    }
    String id =
        members
            .find("_id")
            .map(value -> value instanceof Json.Text(String text) ? text : value.toLine())
            .orElse("");
    return checked(id, members.findText("text").orElse(""), where);
  }

  private static Query ofTable(String line, String where) {
    int tab = line.indexOf('\t');
    if (tab < 0) {
      throw new FormatException(where, "expected id<TAB>text, found no tab");
    }
    return checked(line.substring(0, tab).strip(), line.substring(tab + 1), where);
  }

  private static Query checked(String id, String text, String where) {
    if (id.isEmpty()) {
      throw new FormatException(where, "the query has no id (_id)");
    }
    if (text.isBlank()) {
      throw new FormatException(where, "the query '%s' has no text".formatted(id));
    }
    return new Query(id, text);
  }
}
