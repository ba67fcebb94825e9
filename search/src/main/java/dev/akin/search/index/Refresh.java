package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.search.index.PassageFields.Row;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Passage;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;

/** One pass of a builder over the corpus: writes what changed, removes what is gone. */
final class Refresh {
  private final IndexWriter writer;
  private final Snapshot before;
  private final Commits commits;
  private final IndexListener listener;
  private final Stopwatch watch;
  private final VectorSpace space;

  /** 64 bits of each id, in some 50 bytes of a set: all that grows with the corpus. */
  private final Set<Long> ids = new HashSet<>();

  private OptionalLong total = OptionalLong.empty();
  private long read;
  private long added;
  private long updated;
  private long unchanged;
  private long removed;
  private long kept;
  private EncodingReport encoding = EncodingReport.NOTHING;

  Refresh(
      IndexWriter writer,
      Snapshot before,
      Commits commits,
      IndexListener listener,
      Stopwatch watch) {
    this.writer = writer;
    this.before = before;
    this.commits = commits;
    this.listener = listener;
    this.watch = watch;
    this.space = commits.manifest().space();
  }

  /** Reads the corpus once; when it fails half-way, commits what there is and fails too. */
  void run(Corpus corpus, Encoder encoder, PassageMaker maker) throws IOException {
    total = corpus.size();
    Batch batch = new Batch(encoder, space, commits.manifest().options().truncation());
    watch.start(IndexStage.READ);
    try (Stream<Document> documents = corpus.documents()) {
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        take(all.next(), maker, batch);
        if (batch.isFull()) {
          flush(batch);
        }
      }
      flush(batch);
    } catch (RuntimeException e) {
      keep(e);
      throw e;
    }
    if (corpus.isWhole()) {
      removeUnseen();
    } else {
      keepUnseen();
    }
  }

  private void keep(RuntimeException failure) {
    try {
      commits.commit();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private void take(Document document, PassageMaker maker, Batch batch) throws IOException {
    read++;
    if (!ids.add(longHash(document.id()))) {
      throw new FormatException(
          document.origin().toString(),
          "the id %s occurs twice in the corpus".formatted(document.id()));
    }
    ContentHash hash = ContentHash.of(document);
    Optional<Snapshot.Known> known = before.see(document.id());
    if (known.isPresent() && known.get().hash().equals(hash)) {
      unchanged++;
      if (unchanged % Batch.PASSAGES == 0) {
        report(IndexStage.READ);
      }
      return;
    }
    List<Passage> passages = maker.passages(document);
    Optional<List<Row>> rows =
        known.isPresent() && known.get().hash().text().equals(hash.text())
            ? before.findRows(known.get(), passages)
            : Optional.empty();
    if (rows.isPresent()) {
      batch.addEncoded(document, hash, rows.get());
    } else {
      batch.add(document, hash, passages, known.isPresent());
    }
  }

  /** FNV-1a over the characters, with a last mix. */
  private static long longHash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }

  private void flush(Batch batch) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    watch.start(IndexStage.ENCODE);
    encoding =
        encoding.plus(
            batch.drain((item, rows) -> {
              watch.start(IndexStage.WRITE);
              write(item, rows);
            }));
    report(IndexStage.ENCODE);
    commits.commitIfDue();
    watch.start(IndexStage.READ);
  }

  private void write(Batch.Item item, List<Row> rows) throws IOException {
    List<List<IndexableField>> block =
        PassageFields.block(item.document(), item.hash(), rows, space);
    if (item.replaces()) {
      writer.updateDocuments(new Term(PassageFields.ID, item.document().id()), block);
      updated++;
    } else {
      writer.addDocuments(block);
      added++;
    }
    commits.wrote(rows.size());
  }

  private void removeUnseen() throws IOException {
    watch.start(IndexStage.WRITE);
    List<String> gone = before.unseen();
    for (String id : gone) {
      writer.deleteDocuments(new Term(PassageFields.ID, id));
    }
    removed = gone.size();
    if (isChanged()) {
      commits.commit();
    }
  }

  /** What was not seen may stand where the corpus could not be read. */
  private void keepUnseen() throws IOException {
    kept = before.unseen().size();
    if (isChanged()) {
      commits.commit();
    }
  }

  boolean isChanged() {
    return added + updated + removed > 0;
  }

  /** Says how far it is. */
  void report(IndexStage stage) {
    listener.onProgress(
        new IndexProgress(stage, read, total, added + updated, encoding.texts(), unchanged));
  }

  /** What was done, in the end. */
  IndexReport report(IndexInfo index) {
    return new IndexReport(
        added, updated, unchanged, removed, kept, encoding, index, watch.seconds());
  }
}
