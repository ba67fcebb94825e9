package dev.akin.search.index;

import dev.akin.search.Query;
import dev.akin.search.Ranking;
import dev.akin.search.Searcher;
import dev.akin.search.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;

/** BM25 over the posting lists of the query's words. */
final class LexicalSearcher implements Searcher {
  static final String NAME = "bm25";

  /** Asked for beyond k at first, so that the last place is rarely tied with what was not read. */
  private static final int SLACK = 8;

  private final IndexView view;

  LexicalSearcher(IndexView view) {
    this.view = view;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Ranking search(Query query, int k) {
    Searcher.checkK(k);
    try {
      Optional<org.apache.lucene.search.Query> filter = view.query(query.filter());
      int all = view.reader().numDocs();
      int eligible = filter.isEmpty() ? all : view.searcher().count(filter.get());
      Documents documents = new Documents(view, NAME);
      org.apache.lucene.search.Query asked = asked(words(query.text()), filter);
      Deepening.Outcome outcome =
          new Deepening(documents, all).reach(k, (long) k + SLACK, count -> top(asked, count));
      Stage stage = new Stage(NAME, Stage.Method.POSTINGS, outcome.hits().size(), eligible);
      return new Ranking(query, documents.rank(outcome.best(), k), List.of(stage));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each word of a text and how often it stands there. */
  Map<String, Integer> words(String text) {
    Map<String, Integer> words = new LinkedHashMap<>();
    view.words().of(text).forEach(word -> words.merge(word.term(), 1, Integer::sum));
    return words;
  }

  /** Passages with any of the words, scored by each as often as it is asked for. */
  static org.apache.lucene.search.Query asked(
      Map<String, Integer> words, Optional<org.apache.lucene.search.Query> filter) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach((word, times) -> any.add(word(word, times), Occur.SHOULD));
    if (filter.isEmpty()) {
      return any.build();
    }
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(filter.get(), Occur.FILTER)
        .build();
  }

  static org.apache.lucene.search.Query word(String word, int times) {
    org.apache.lucene.search.Query query = new TermQuery(new Term(PassageFields.WORDS, word));
    return times == 1 ? query : new BoostQuery(query, times);
  }

  private List<PassageHit> top(org.apache.lucene.search.Query asked, int count) throws IOException {
    return Stream.of(view.searcher().search(asked, count).scoreDocs)
        .map(hit -> new PassageHit(hit.doc, hit.score))
        .toList();
  }
}
