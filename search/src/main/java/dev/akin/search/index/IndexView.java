package dev.akin.search.index;

import dev.akin.search.filter.Filter;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * One commit of an index, open for reading. Passages are named by Lucene's number of the commit.
 */
final class IndexView implements AutoCloseable {
  /** Long queries (a whole document) have more words than Lucene's default of 1,024. */
  private static final int MOST_WORDS = 1 << 16;

  static {
    IndexSearcher.setMaxClauseCount(MOST_WORDS);
  }

  private final Path folder;
  private final DirectoryReader reader;
  private final Manifest manifest;
  private final IndexSearcher searcher;
  private final Words words;
  private final FilterQueries filters;
  private final int[] starts;

  IndexView(Path folder, DirectoryReader reader) throws IOException {
    this.folder = folder;
    this.reader = reader;
    this.manifest = Manifest.parse(reader.getIndexCommit().getUserData(), folder.toString());
    this.searcher = new IndexSearcher(reader);
    this.searcher.setSimilarity(IndexFolder.BM25);
    this.words = new Words(manifest.options().language());
    this.filters = new FilterQueries(MetadataFields.names(reader), MetadataFields.numeric(reader));
    this.starts = starts(reader);
  }

  /** The first passage of each passage's document: a block lies together, in order. */
  private static int[] starts(DirectoryReader reader) throws IOException {
    int[] starts = new int[reader.maxDoc()];
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues ordinals = DocValues.getNumeric(leaf.reader(), PassageFields.ORDINAL);
      while (ordinals.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        int passage = leaf.docBase + ordinals.docID();
        starts[passage] = passage - (int) ordinals.longValue();
      }
    }
    return starts;
  }

  Path folder() {
    return folder;
  }

  DirectoryReader reader() {
    return reader;
  }

  IndexSearcher searcher() {
    return searcher;
  }

  Manifest manifest() {
    return manifest;
  }

  Words words() {
    return words;
  }

  /** The first passage of the document this passage is a part of. */
  int start(int passage) {
    return starts[passage];
  }

  /** The id of the document this passage is a part of. */
  String documentId(int passage) throws IOException {
    LeafReaderContext leaf = leaf(passage);
    BinaryDocValues ids = DocValues.getBinary(leaf.reader(), PassageFields.ID);
    if (!ids.advanceExact(passage - leaf.docBase)) {
      throw new FormatException(folder.toString(), "passage %d has no id".formatted(passage));
    }
    return ids.binaryValue().utf8ToString();
  }

  LeafReaderContext leaf(int passage) {
    return reader.leaves().get(ReaderUtil.subIndex(passage, reader.leaves()));
  }

  /** The first passage of a document, if the index has it. */
  Optional<Integer> findDocument(String id) throws IOException {
    TopDocs found = searcher.search(new TermQuery(new Term(PassageFields.ID, id)), 1);
    return found.scoreDocs.length == 0
        ? Optional.empty()
        : Optional.of(starts[found.scoreDocs[0].doc]);
  }

  /** Every live passage a query matches, in order. */
  int[] passages(Query query) throws IOException {
    FixedBitSet matches = matches(query);
    return IntStream.range(0, matches.length()).filter(matches::get).toArray();
  }

  /** The live passages a query matches. */
  FixedBitSet matches(Query query) throws IOException {
    FixedBitSet matches = new FixedBitSet(Math.max(1, reader.maxDoc()));
    Weight weight =
        searcher.createWeight(
            searcher.rewrite(new ConstantScoreQuery(query)), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : reader.leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      DocIdSetIterator found = scorer.iterator();
      while (found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(found.docID())) {
          matches.set(leaf.docBase + found.docID());
        }
      }
    }
    return matches;
  }

  /** The query that a filter is; empty for one that lets everything through. */
  Optional<Query> query(Filter filter) {
    return filter.isAll() ? Optional.empty() : Optional.of(filters.of(filter));
  }

  IndexInfo info() throws IOException {
    long vectors = searcher.count(new FieldExistsQuery(PassageFields.VECTOR));
    return new IndexInfo(
        manifest.encoder(),
        manifest.options(),
        manifest.isComplete(),
        new IndexInfo.Contents(
            count(PassageFields.FIRST),
            reader.numDocs(),
            vectors,
            count(PassageFields.CUT),
            IndexFolder.bytes(reader.directory())),
        filters.known(),
        manifest.recall());
  }

  private long count(String mark) throws IOException {
    return searcher.count(new TermQuery(new Term(PassageFields.IS, mark)));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
