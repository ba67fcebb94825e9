package dev.akin.eval;

/** How many there are; summed over queries. */
record Count(Counted counted, Scope scope) implements ScopedMetric {
  /** What is counted. */
  enum Counted {
    /** Judged queries. */
    QUERIES("NumQ", "num_q"),

    /** Documents that came back. */
    RETURNED("NumRet", "num_ret"),

    /** Relevant documents, returned or not. */
    RELEVANT("NumRel", "num_rel"),

    /** Relevant documents that came back. */
    FOUND("NumRelRet", "num_rel_ret");

    private final String title;
    private final String trec;

    Counted(String title, String trec) {
      this.title = title;
      this.trec = trec;
    }
  }

  Count {
    scope.requireWhole(counted.title);
  }

  @Override
  public String title() {
    return counted.title;
  }

  @Override
  public String trecTitle() {
    return counted.trec;
  }

  @Override
  public int depth() {
    return 0;
  }

  @Override
  public Aggregation aggregation() {
    return Aggregation.SUM;
  }

  @Override
  public double score(JudgedRanking ranking) {
    return switch (counted) {
      case QUERIES -> 1;
      case RETURNED -> ranking.size();
      case RELEVANT -> ranking.relevant(scope.rel());
      case FOUND -> ranking.relevant(0, ranking.size(), scope.rel());
    };
  }
}
