package dev.akin.reader;

/**
 * The ids seen in a pass and where, without the ids: 96 bits of hash and a place of 64 bits each,
 * however long the ids are.
 *
 * <p>Two different ids of n meet in all 96 bits with a chance of n² / 2⁹⁷: for a billion documents
 * 10⁻¹¹. Such a meeting is reported as a duplicate with both places, never passed over.
 */
final class IdSet {
  private static final long NO_PLACE = 0;

  private long[] hashes = new long[1 << 10];
  private int[] checks = new int[1 << 10];
  private long[] places = new long[1 << 10];
  private int size;

  /**
   * Notes an id.
   *
   * @param file ordinal of its file
   * @param line its line there, from 1
   * @return the place given with the same id before, as {@code file << 32 | line}; 0 if it is new
   */
  long add(String id, int file, int line) {
    if (size * 10L > hashes.length * 6L) {
      grow();
    }
    long hash = hash(id, 0x9E3779B97F4A7C15L);
    int check = (int) (hash(id, 0xC2B2AE3D27D4EB4FL) >>> 32);
    int slot = find(hash, check);
    if (places[slot] != NO_PLACE) {
      return places[slot];
    }
    set(slot, hash, check, (long) file << 32 | line);
    size++;
    return NO_PLACE;
  }

  private int find(long hash, int check) {
    int mask = hashes.length - 1;
    int slot = (int) (hash & mask);
    while (places[slot] != NO_PLACE && (hashes[slot] != hash || checks[slot] != check)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void set(int slot, long hash, int check, long place) {
    hashes[slot] = hash;
    checks[slot] = check;
    places[slot] = place;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldChecks = checks;
    long[] oldPlaces = places;
    int length = Math.multiplyExact(oldHashes.length, 2);
    hashes = new long[length];
    checks = new int[length];
    places = new long[length];
    for (int i = 0; i < oldPlaces.length; i++) {
      if (oldPlaces[i] != NO_PLACE) {
        set(find(oldHashes[i], oldChecks[i]), oldHashes[i], oldChecks[i], oldPlaces[i]);
      }
    }
  }

  private static long hash(String id, long seed) {
    long h = seed ^ id.length();
    for (int i = 0; i < id.length(); i++) {
      h = (h ^ id.charAt(i)) * seed;
      h ^= h >>> 29;
    }
    h *= 0xBF58476D1CE4E5B9L;
    return h ^ h >>> 32;
  }
}
