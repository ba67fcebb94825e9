package dev.akin.reader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * What the latest pass over a corpus delivered, left out and skipped. Safe for many threads; each
 * new pass starts the counts again.
 */
public final class ReadLog {
  /** So many messages are kept; of the rest only the number. */
  public static final int MESSAGES_KEPT = 10;

  private long documents;
  private long skipped;
  private long tablesAsText;
  private final List<String> messages = new ArrayList<>();
  private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);

  /** Sizes of the files that are done with, as they lie on disk. */
  private long doneBytes;

  /** Size of the file that is being read, and how far into it. */
  private long openBytes;

  private long readBytes;
  private LongSupplier size = () -> 0;
  private OptionalLong allBytes = OptionalLong.empty();

  /** Why a file of a folder is no document although nothing is wrong with it. */
  public enum LeftOut {
    HIDDEN("hidden"),
    IGNORED("ignored by rule"),
    BINARY("binary"),
    EMPTY("without text"),
    BROKEN_LINK("broken link"),
    LINK_LOOP("link to a folder it is in"),
    NOT_A_FILE("neither file nor folder");

    private final String words;

    LeftOut(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A new pass.
   *
   * @param size bytes of all files the pass will come to, asked for at most once
   */
  synchronized void begin(LongSupplier size) {
    this.size = size;
    allBytes = OptionalLong.empty();
    doneBytes = 0;
    openBytes = 0;
    readBytes = 0;
    documents = 0;
    skipped = 0;
    tablesAsText = 0;
    messages.clear();
    leftOut.clear();
  }

  /** The pass has come to a file of so many bytes, and is done with the one before. */
  synchronized void came(long bytes) {
    doneBytes += openBytes;
    openBytes = bytes;
    readBytes = 0;
  }

  /** So many bytes more of the file were read, packed ones where it is packed. */
  synchronized void read(long bytes) {
    readBytes += bytes;
  }

  synchronized void delivered() {
    documents++;
  }

  synchronized void skipped(String message) {
    skipped++;
    if (messages.size() < MESSAGES_KEPT) {
      messages.add(message);
    }
  }

  synchronized void leftOut(LeftOut why) {
    leftOut.merge(why, 1L, Long::sum);
  }

  synchronized void tableAsText() {
    tablesAsText++;
  }

  /** Tables and JSON Lines of a folder without id and text columns, each read as one plain text. */
  public synchronized long tablesAsText() {
    return tablesAsText;
  }

  /** Documents delivered so far. */
  public synchronized long documents() {
    return documents;
  }

  /**
   * Errors that were skipped: each one document, the rest of a file that cannot be read on, or a
   * folder that cannot be listed.
   */
  public synchronized long skipped() {
    return skipped;
  }

  /** The first {@value #MESSAGES_KEPT} skipped errors. */
  public synchronized List<String> messages() {
    return List.copyOf(messages);
  }

  /**
   * How many files and folders were passed over, by reason; reasons that did not occur are absent.
   */
  public synchronized Map<LeftOut, Long> leftOut() {
    return Map.copyOf(leftOut);
  }

  /**
   * The part of the source that the latest pass has read, in [0, 1]: bytes read of the sizes of all
   * its files, as they lie on disk, so of packed files the packed bytes. Empty where the source has
   * no bytes, and before the first pass.
   *
   * <p>The first call of a pass looks at the size of every file; later ones cost nothing.
   */
  public synchronized OptionalDouble share() {
    if (allBytes.isEmpty()) {
      allBytes = OptionalLong.of(size.getAsLong());
    }
    long all = allBytes.getAsLong();
    double done = doneBytes + Math.min(readBytes, openBytes);
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.min(1, done / all));
  }

  /** One line: "12 documents; 2 skipped with errors; left out: 3 hidden, 1 binary". */
  public synchronized String summary() {
    var line =
        new StringBuilder().append(documents).append(documents == 1 ? " document" : " documents");
    if (skipped > 0) {
      line.append("; ").append(skipped).append(" skipped with errors");
    }
    if (tablesAsText > 0) {
      line.append("; ")
          .append(tablesAsText)
          .append(" without id and text columns read as plain text");
    }
    String separator = "; left out: ";
    for (var entry : leftOut.entrySet()) {
      line.append(separator).append(entry.getValue()).append(' ').append(entry.getKey());
      separator = ", ";
    }
    return line.toString();
  }
}
