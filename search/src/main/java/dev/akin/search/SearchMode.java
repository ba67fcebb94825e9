package dev.akin.search;

import java.util.Objects;

/** What an index is searched by. */
public sealed interface SearchMode {
  /** By the query's words. */
  SearchMode LEXICAL = new Lexical();

  /** By meaning; the index chooses between exact scan and graph. */
  SearchMode DENSE = new Dense(Scan.AUTO);

  /** By both, ranks fused. */
  SearchMode HYBRID = new Hybrid(Fusion.reciprocalRank(), Scan.AUTO);

  /** BM25 over the posting lists. */
  record Lexical() implements SearchMode {}

  /** Similarity of the query's vector to the passages'. */
  record Dense(Scan scan) implements SearchMode {
    public Dense {
      Objects.requireNonNull(scan, "scan");
    }
  }

  /** Lexical and dense, fused in this order: the first weight of the fusion is the lexical one. */
  record Hybrid(Fusion fusion, Scan scan) implements SearchMode {
    public Hybrid {
      Objects.requireNonNull(fusion, "fusion");
      Objects.requireNonNull(scan, "scan");
    }
  }

  /** How near vectors are found. */
  enum Scan {
    /** Exact where few vectors come into question, the graph else. */
    AUTO,
    /** Every vector is compared. */
    EXACT,
    /** The HNSW graph; exact only behind a filter that leaves few. */
    GRAPH
  }
}
