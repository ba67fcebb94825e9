package dev.akin.cli;

import dev.akin.cli.console.Console;
import dev.akin.format.tensor.NpyWriter;
import dev.akin.format.words.WordFormat;
import dev.akin.format.words.WordTableWriter;
import dev.akin.text.Document;
import dev.akin.text.Json;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kinds of file vectors are written to. */
final class VectorSinks {
  private VectorSinks() {}

  /** One JSON object a line: id, text, vector, metadata. */
  static VectorSink jsonLines(Path file, Interruption interruption) throws IOException {
    WholeFile whole = WholeFile.begin(file, interruption);
    Writer out = Files.newBufferedWriter(whole.part());
    return new VectorSink(
        (documents, rows) -> {
          for (int i = 0; i < documents.size(); i++) {
            out.write(line(documents.get(i), rows, i).toLine() + "\n");
          }
        },
        List.of(out),
        List.of(whole));
  }

  /** The same on standard output. */
  static VectorSink jsonLines(Console console) {
    return new VectorSink(
        (documents, rows) -> {
          for (int i = 0; i < documents.size(); i++) {
            console.json(line(documents.get(i), rows, i));
          }
        },
        List.of(),
        List.of());
  }

  private static Json.Members line(Document document, Matrix rows, int row) {
    List<Json> cells = new ArrayList<>(rows.dimension());
    for (int column = 0; column < rows.dimension(); column++) {
      cells.add(Json.of(rows.get(row, column)));
    }
    return Console.members(
        "id", Json.of(document.id()),
        "text", Json.of(document.titleAndText()),
        "vector", new Json.Array(cells),
        "metadata", document.metadata());
  }

  /** NumPy's format, and the ids of the rows a line each in {@code FILE.ids}. */
  static VectorSink npy(Path file, int dimension, Interruption interruption) throws IOException {
    WholeFile whole = WholeFile.begin(file, interruption);
    WholeFile ids = WholeFile.begin(file.resolveSibling(file.getFileName() + ".ids"), interruption);
    NpyWriter out = NpyWriter.create(whole.part(), dimension);
    Writer names = Files.newBufferedWriter(ids.part());
    return new VectorSink(
        (documents, rows) -> {
          for (Document document : documents) {
            names.write(nameOf(document) + "\n");
          }
          out.append(rows, documents.size());
        },
        List.of(out, names),
        List.of(whole, ids));
  }

  private static String nameOf(Document document) {
    if (document.id().indexOf('\n') >= 0) {
      throw CommandException.failed(
          document.origin() + ": a list of ids cannot hold one with a line break");
    }
    return document.id();
  }

  /** word2vec's text format, the ids being the words. */
  static VectorSink word2vec(Path file, int dimension, Interruption interruption)
      throws IOException {
    WholeFile whole = WholeFile.begin(file, interruption);
    WordTableWriter out = WordTableWriter.create(whole.part(), WordFormat.WORD2VEC_TEXT, dimension);
    return new VectorSink(
        (documents, rows) -> {
          for (int i = 0; i < documents.size(); i++) {
            out.append(documents.get(i).id(), rows, i);
          }
        },
        List.of(out),
        List.of(whole));
  }
}
