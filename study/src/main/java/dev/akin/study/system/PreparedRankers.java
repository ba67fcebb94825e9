package dev.akin.study.system;

import dev.akin.text.Corpus;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rankers that several systems use: made once, lent, and kept while there is room. Keeps none, and
 * gives each to its caller, until it is told how much it may keep.
 */
final class PreparedRankers implements AutoCloseable {
  /** Makes a ranker that was not kept. */
  interface Maker {
    Ranker make() throws IOException;
  }

  /** Corpora are told apart as objects: comparing their texts would cost a pass. */
  private record Key(int corpus, String system) {}

  private static final class Kept {
    private final Ranker ranker;
    private final long bytes;
    private int users;

    Kept(Ranker ranker) throws IOException {
      this.ranker = ranker;
      this.bytes = ranker.bytes();
    }
  }

  /** The one used last stands last. */
  private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  private final IdentityHashMap<Corpus, Integer> corpora = new IdentityHashMap<>();
  private long mostBytes;

  synchronized void keep(long most) {
    mostBytes = most;
  }

  /** The ranker of a system for a corpus; closing it gives it back. */
  synchronized Ranker of(Corpus corpus, String system, Maker maker) throws IOException {
    if (mostBytes == 0) {
      return maker.make();
    }
    int number = corpora.computeIfAbsent(corpus, _ -> corpora.size());
    Key key = new Key(number, system);
    Kept found = kept.get(key);
    if (found == null) {
      found = new Kept(maker.make());
      kept.put(key, found);
    }
    Kept lent = found;
    lent.users++;
    makeRoom();
    return new BorrowedRanker(lent.ranker, () -> giveBack(lent));
  }

  private synchronized void giveBack(Kept lent) {
    lent.users--;
  }

  private void makeRoom() throws IOException {
    long bytes = kept.values().stream().mapToLong(k -> k.bytes).sum();
    for (Iterator<Kept> oldest = kept.values().iterator();
        bytes > mostBytes && oldest.hasNext(); ) {
      Kept candidate = oldest.next();
      if (candidate.users == 0) {
        oldest.remove();
        bytes -= candidate.bytes;
        candidate.ranker.close();
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    for (Kept each : kept.values()) {
      each.ranker.close();
    }
    kept.clear();
    corpora.clear();
  }
}
