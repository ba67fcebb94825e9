package dev.akin.search.index;

import dev.akin.encoder.Encoder;
import dev.akin.encoder.EncodingReport;
import dev.akin.encoder.Role;
import dev.akin.encoder.Truncation;
import dev.akin.search.index.PassageFields.Row;
import dev.akin.text.Corpus;
import dev.akin.text.Document;
import dev.akin.text.FormatException;
import dev.akin.text.Passage;
import dev.akin.vector.Matrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;

/** One run of a builder: reads the corpus once, from the first document to the last. */
final class Refresh {
  /** Passages encoded in one call: enough to sort by length, little to lose. */
  private static final int BATCH_PASSAGES = 512;

  /** Characters encoded in one call: bounds the memory of long documents. */
  private static final long BATCH_CHARACTERS = 4_000_000;

  private final IndexWriter writer;
  private final Snapshot snapshot;
  private final Commits commits;
  private final Encoder encoder;
  private final IndexListener listener;
  private final VectorSpace space;
  private final Stopwatch watch = new Stopwatch();
  private final Set<Long> ids = new HashSet<>();
  private final List<Pending> batch = new ArrayList<>();
  private long batchCharacters;
  private int batchPassages;
  private OptionalLong total = OptionalLong.empty();
  private long read;
  private long added;
  private long updated;
  private long unchanged;
  private long passages;
  private EncodingReport encoding = EncodingReport.NOTHING;

  Refresh(
      IndexWriter writer,
      DirectoryReader before,
      Commits commits,
      Encoder encoder,
      IndexListener listener) {
    this.writer = writer;
    this.snapshot = new Snapshot(before);
    this.commits = commits;
    this.encoder = encoder;
    this.listener = listener;
    this.space = commits.manifest().space();
  }

  IndexReport run(Corpus corpus, Path folder, IndexOptions options) throws IOException {
    total = corpus.size();
    PassageMaker maker = new PassageMaker(options.splitting(), encoder);
    watch.start(IndexStage.READ);
    try (Stream<Document> documents = corpus.documents()) {
      for (Iterator<Document> all = documents.iterator(); all.hasNext(); ) {
        take(all.next(), maker);
        if (batchPassages >= BATCH_PASSAGES || batchCharacters >= BATCH_CHARACTERS) {
          flush(options);
        }
      }
      flush(options);
    } catch (RuntimeException e) {
      commits.commit();
      throw e;
    }
    long removed = removeUnseen();
    boolean isChanged = added + updated + removed > 0;
    IndexInfo info =
        new Finish(writer, commits, watch, this::report).run(folder, options, isChanged);
    return new IndexReport(added, updated, unchanged, removed, encoding, info, watch.seconds());
  }

  private void take(Document document, PassageMaker maker) throws IOException {
    read++;
    ContentHash hash = ContentHash.of(document);
    if (!ids.add(longHash(document.id()))) {
      throw new FormatException(
          document.origin().toString(),
          "the id %s occurs twice in the corpus".formatted(document.id()));
    }
    Optional<ContentHash> before = snapshot.see(document.id());
    if (before.isPresent() && before.get().equals(hash)) {
      unchanged++;
      if (unchanged % BATCH_PASSAGES == 0) {
        report(IndexStage.READ);
      }
      return;
    }
    List<Passage> parts = maker.passages(document);
    batch.add(new Pending(document, hash, parts, before.isPresent()));
    batchPassages += parts.size();
    batchCharacters += document.title().length() + document.text().length();
  }

  private static long longHash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private void flush(IndexOptions options) throws IOException {
    if (batch.isEmpty()) {
      return;
    }
    watch.start(IndexStage.ENCODE);
    List<String> texts =
        batch.stream().flatMap(p -> p.passages.stream()).map(Passage::embeddedText).toList();
    try (Matrix rows = Matrix.allocate(texts.size(), encoder.dimension())) {
      EncodingReport report = encoder.encode(texts, Role.DOCUMENT, rows, 0);
      encoding = encoding.plus(report);
      boolean loses = report.lostTokens() > 0 && options.truncation() != Truncation.SPLIT;
      watch.start(IndexStage.WRITE);
      int row = 0;
      for (Pending pending : batch) {
        write(pending, rows, row, loses);
        row += pending.passages.size();
      }
    }
    passages += texts.size();
    batch.clear();
    batchCharacters = 0;
    int written = batchPassages;
    batchPassages = 0;
    report(IndexStage.ENCODE);
    commits.wrote(written);
    watch.start(IndexStage.READ);
  }

  private void write(Pending pending, Matrix rows, int firstRow, boolean loses) throws IOException {
    List<Row> made = new ArrayList<>(pending.passages.size());
    for (Passage passage : pending.passages) {
      int lost =
          loses
              ? Math.max(0, encoder.countTokens(passage.embeddedText()) - encoder.maxTokens())
              : 0;
      made.add(new Row(passage, stored(pending, rows.copyRow(firstRow + made.size())), lost));
    }
    List<List<IndexableField>> block =
        PassageFields.block(pending.document, pending.hash, made, space);
    if (pending.replaces) {
      writer.updateDocuments(new Term(PassageFields.ID, pending.document.id()), block);
      updated++;
    } else {
      writer.addDocuments(block);
      added++;
    }
  }

  private Optional<float[]> stored(Pending pending, float[] row) {
    try {
      return space.stored(row);
    } catch (IllegalArgumentException e) {
      throw new FormatException(
          pending.document.origin().toString(),
          "%s made a bad row of document %s: %s"
              .formatted(encoder.identity(), pending.document.id(), e.getMessage()),
          e);
    }
  }

  private long removeUnseen() throws IOException {
    watch.start(IndexStage.WRITE);
    List<String> gone = snapshot.unseen();
    for (String id : gone) {
      writer.deleteDocuments(new Term(PassageFields.ID, id));
    }
    commits.commit();
    return gone.size();
  }

  private void report(IndexStage stage) {
    listener.onProgress(
        new IndexProgress(stage, read, total, added + updated, passages, unchanged));
  }

  private record Pending(
      Document document, ContentHash hash, List<Passage> passages, boolean replaces) {}
}
