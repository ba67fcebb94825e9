package dev.akin.search.index;

import dev.akin.search.Query;
import dev.akin.search.RankedDocument;
import dev.akin.search.Ranking;
import dev.akin.search.index.Result.Span;
import dev.akin.text.FormatException;
import dev.akin.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/** Fetches what a ranking's documents say. */
final class Presenter {
  private final IndexView view;

  Presenter(IndexView view) {
    this.view = view;
  }

  List<Result> results(Ranking ranking) throws IOException {
    List<Result> results = new ArrayList<>(ranking.documents().size());
    for (RankedDocument document : ranking.documents()) {
      results.add(result(document, ranking.query()));
    }
    return results;
  }

  Result result(RankedDocument document, Query query) throws IOException {
    int start =
        view.findDocument(document.documentId())
            .orElseThrow(() ->
                new IllegalArgumentException("the index has no document " + document.documentId()));
    StoredFields stored = view.reader().storedFields();
    Document first = stored.document(start);
    Document passage =
        document.passage() == 0 ? first : stored.document(start + document.passage());
    String where = "%s, document %s".formatted(view.folder(), document.documentId());
    String text = text(passage, PassageFields.TEXT, where);
    return new Result(
        document,
        text(first, PassageFields.TITLE, where),
        text,
        spans(text, view.words().terms(query.text())),
        number(passage, PassageFields.START, where),
        number(passage, PassageFields.END, where),
        text(first, PassageFields.FILE, where),
        number(passage, PassageFields.LINE, where),
        metadata(first, where));
  }

  private List<Span> spans(String text, Set<String> terms) {
    List<Span> spans = new ArrayList<>();
    for (Words.Word word : view.words().of(text)) {
      if (!terms.contains(word.term())) {
        continue;
      }
      int last = spans.size() - 1;
      if (last >= 0 && word.start() < spans.get(last).end()) {
        int end = Math.max(word.end(), spans.get(last).end());
        spans.set(last, new Span(spans.get(last).start(), end));
      } else {
        spans.add(new Span(word.start(), word.end()));
      }
    }
    return spans;
  }

  private static Json.Members metadata(Document first, String where) {
    Json json = Json.parse(text(first, PassageFields.METADATA, where), where);
    if (json instanceof Json.Members members) {
      return members;
    }
    throw new FormatException(where, "its metadata is no JSON object: " + json.toLine());
  }

  private static String text(Document stored, String field, String where) {
    String value = stored.get(field);
    if (value == null) {
      throw new FormatException(where, "the index keeps no " + field + " of it");
    }
    return value;
  }

  private static int number(Document stored, String field, String where) {
    var value = stored.getField(field);
    if (value == null || value.numericValue() == null) {
      throw new FormatException(where, "the index keeps no " + field + " of it");
    }
    return value.numericValue().intValue();
  }
}
