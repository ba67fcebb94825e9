package dev.akin.search.index;

/**
 * How the graph holds vectors while it is walked. The full vectors are kept beside in every case:
 * final scores are always exact, a smaller form only saves memory that is read often.
 */
public enum Storage {
  /** 32 bits a cell. */
  FLOAT32,
  /** 8 bits a cell. */
  INT8,
  /** 7 bits a cell. */
  INT7,
  /** 4 bits a cell. */
  INT4,
  /** 2 bits a cell. */
  INT2,
  /** 1 bit a cell. */
  BIT
}
