package dev.akin.study.words;

import dev.akin.eval.significance.Estimate;
import dev.akin.words.WordVectors;

/** A question that can be put to any table of words; the items are the same for all tables. */
interface WordTask {
  /** What it is called in tables. */
  String name();

  /**
   * How a table does.
   *
   * @param vectors borrowed
   * @return over the task's items, those without a vector among them
   */
  Estimate evaluate(WordVectors vectors);
}
