package dev.akin.study.claim;

import java.io.IOException;
import java.util.List;

/**
 * A published claim, tried again in minutes on two cores: its data, its systems, a control that
 * comes out worse when the claim is right, and a verdict that follows from intervals alone.
 *
 * <p>Stateless; the same data and seeds give the same outcome.
 */
public interface Study {
  /** What it is run by: {@code pooling}. */
  String name();

  /** What it is about, in a few words. */
  String title();

  /** What is tried. */
  Claim claim();

  /** Data sets it needs, by the paths below the data folder: {@code retrieval/scifact}. */
  List<String> data();

  /**
   * How it is tried: systems, protocol, what the control is, what would speak against the claim. In
   * Markdown, a few paragraphs.
   */
  String design();

  /** Tries it. */
  Outcome run(StudyContext context) throws IOException;
}
