package dev.akin.text.split;

import dev.akin.text.Document;
import dev.akin.text.Passage;
import dev.akin.text.split.Pieces.Level;
import dev.akin.text.split.Pieces.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Fills the passages of one document greedily, piece after piece.
 *
 * <p>Token counts of pieces need not add up (a merge may reach over a cut), so the sum only
 * proposes a passage; the passage is then counted as the encoder will see it, and gives its last
 * pieces back when it is too long.
 */
final class Packer {
  /** A text of more characters a token than this is not tried whole before it is cut. */
  private static final int CHARS_PER_TOKEN_TO_TRY = 16;

  private final Document document;
  private final String context;
  private final PassageSplitter splitter;
  private final Pieces pieces;
  private final int room;
  private final List<Passage> passages = new ArrayList<>();

  /** Pieces to come, the next one first. */
  private final Deque<Piece> pending = new ArrayDeque<>();

  /** The passage being filled: what it takes over from the one before, then its own pieces. */
  private final List<Piece> open = new ArrayList<>();

  private int openTokens;
  private int takenOver;

  Packer(Document document, String context, PassageSplitter splitter) {
    this.document = document;
    this.context = context;
    this.splitter = splitter;
    this.pieces = new Pieces(document.text(), splitter.boundaries(), splitter::count);
    this.room = splitter.budget() - (context.isEmpty() ? 0 : splitter.count(context));
  }

  List<Passage> pack() {
    String text = document.text();
    if (text.length() / CHARS_PER_TOKEN_TO_TRY <= splitter.budget()) {
      Passage whole = passage(0, text.length());
      if (splitter.count(whole.embeddedText()) <= splitter.budget()) {
        return List.of(whole);
      }
    }
    int[] cuts = pieces.sentences();
    for (int i = 1; i < cuts.length; i++) {
      pending.add(pieces.piece(cuts[i - 1], cuts[i], Level.SENTENCE));
      drain();
    }
    while (open.size() > takenOver) {
      emit();
      drain();
    }
    return List.copyOf(passages);
  }

  private void drain() {
    while (!pending.isEmpty()) {
      Piece next = pending.removeFirst();
      if (next.tokens() > room && replaceByParts(next)) {
        continue;
      }
      if (open.size() > takenOver && openTokens + next.tokens() > room) {
        pending.addFirst(next);
        emit();
      } else {
        dropTakenOverUntilFits(next.tokens());
        open.add(next);
        openTokens += next.tokens();
      }
    }
  }

  private boolean replaceByParts(Piece piece) {
    List<Piece> parts = pieces.finer(piece);
    for (int i = parts.size() - 1; i >= 0 && parts.size() > 1; i--) {
      pending.addFirst(parts.get(i));
    }
    return parts.size() > 1;
  }

  private void dropTakenOverUntilFits(int nextTokens) {
    while (takenOver > 0 && openTokens + nextTokens > room) {
      dropFirst();
    }
  }

  private void dropFirst() {
    openTokens -= open.removeFirst().tokens();
    takenOver--;
  }

  /** Closes the open passage; what it has to give back goes to the front of the pending pieces. */
  private void emit() {
    Passage passage = passage(open.getFirst().start(), open.getLast().end());
    int excess = excess(passage);
    while (excess > 0 && giveBack(excess)) {
      passage = passage(open.getFirst().start(), open.getLast().end());
      excess = excess(passage);
    }
    int covered = passages.isEmpty() ? 0 : passages.getLast().end();
    if (!passage.text().isEmpty() && passage.end() > covered) {
      passages.add(passage);
    }
    int next = pending.isEmpty() ? 0 : pending.getFirst().tokens();
    takeOver(
        passage.start(),
        next > room ? splitter.overlapTokens() : Math.min(splitter.overlapTokens(), room - next));
  }

  private int excess(Passage passage) {
    return splitter.count(passage.embeddedText()) - splitter.budget();
  }

  /** Makes the open passage shorter; false if it is one piece that nothing can cut. */
  private boolean giveBack(int excess) {
    int before = openTokens;
    if (takenOver > 0) {
      while (takenOver > 0 && before - openTokens < excess) {
        dropFirst();
      }
      return true;
    }
    if (open.size() > 1) {
      for (int freed = 0; freed < excess && open.size() > 1; ) {
        int tokens = open.getLast().tokens();
        pending.addFirst(open.removeLast());
        openTokens -= tokens;
        freed += Math.max(1, tokens);
      }
      return true;
    }
    if (!replaceByParts(open.getFirst())) {
      return false;
    }
    open.set(0, pending.removeFirst());
    openTokens = open.getFirst().tokens();
    return true;
  }

  /** Starts the next passage with the end of this one: whole pieces, else the last words. */
  private void takeOver(int start, int limit) {
    List<Piece> tail = new ArrayList<>();
    int sum = 0;
    for (Piece piece : open.reversed()) {
      if (piece.start() <= start || sum + piece.tokens() > limit) {
        break;
      }
      sum += piece.tokens();
      tail.addFirst(piece);
    }
    if (tail.isEmpty() && limit > 0) {
      tail.addAll(pieces.tail(open.getLast(), limit));
    }
    tail.removeIf(piece -> piece.start() <= start);
    open.clear();
    open.addAll(tail);
    openTokens = open.stream().mapToInt(Piece::tokens).sum();
    takenOver = open.size();
  }

  /** The stretch without the space around it. */
  private Passage passage(int start, int end) {
    String text = document.text();
    int from = start;
    while (from < end && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int to = end;
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Passage(
        document.id(),
        passages.size(),
        context,
        text.substring(from, to),
        from,
        to,
        document.origin().lineAt(from));
  }
}
