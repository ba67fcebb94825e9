package dev.akin.eval;

/** In which order documents of equal score stand. */
public enum Ties {
  /** By document id, descending on its UTF-8 bytes: trec_eval's rule. */
  DOCUMENT_DESCENDING,

  /** As they were given: a file's own ranks. */
  AS_GIVEN,

  /**
   * In none: a metric is its expected value over all their orders, each as likely as the other
   * (McSherry and Najork 2008).
   */
  EXPECTED
}
