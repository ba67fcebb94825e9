package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import java.util.Arrays;

/**
 * A few inputs against a few outputs, learned at once: the one hot loop of every method.
 *
 * <p>An input is the mean of some rows of the input table, its parts; an output is a row of the
 * output table. A cell (i, o) that is labelled 1 or 0 is an observation of logistic regression; the
 * others are not seen. With scores S = I·Oᵀ and errors E = rate · weight · (label − σ(S)), outputs
 * gain Eᵀ·I and every part of an input its row of E·O, undivided, as in word2vec.c and fastText;
 * both from the rows as they were before. These are matrix products of rows in the cache, which is
 * where the speed comes from (Ji et al. 2016, Parallelizing Word2Vec in Shared and Distributed
 * Memory). For one thread; the tables may be shared.
 */
final class Tile {
  /** One tile in so many is asked for its loss. */
  private static final int LOSS_EVERY = 64;

  private final Tables tables;
  private final RowBlock inputs;
  private final RowBlock outputs;
  private final RowBlock gains;
  private final int width;
  private final int[] outputRows;
  private final int[] partEnds;
  private int[] parts = new int[64];
  private int inputCount;
  private int outputCount;
  private int partCount;
  private final float[] labels;
  private final float[] weights;
  private final float[] errors;
  private int tilesUntilLoss = LOSS_EVERY;
  private double loss;
  private long observations;

  /**
   * What is learned.
   *
   * @param input [inputs × stride of a {@link RowBlock}]
   * @param output [outputs × the same]
   * @param freezesOutput whether the output table stays as it is
   */
  record Tables(Matrix input, Matrix output, boolean freezesOutput) {}

  Tile(Tables tables, int mostInputs, int mostOutputs) {
    this.tables = tables;
    int dimension = tables.input.dimension();
    this.inputs = new RowBlock(mostInputs, dimension);
    this.outputs = new RowBlock(mostOutputs, dimension);
    this.gains = new RowBlock(Math.max(mostInputs, mostOutputs), dimension);
    this.width = mostOutputs;
    this.outputRows = new int[mostOutputs];
    this.partEnds = new int[mostInputs];
    this.labels = new float[mostInputs * mostOutputs];
    this.weights = new float[mostInputs * mostOutputs];
    this.errors = new float[mostInputs * mostOutputs];
  }

  int inputs() {
    return inputCount;
  }

  int outputs() {
    return outputCount;
  }

  /** Whether an input is to say yes to a row that stands among the first outputs. */
  boolean predicts(int input, int row, int firstOutputs) {
    for (int o = 0; o < firstOutputs; o++) {
      if (outputRows[o] == row && weights[input * width + o] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Begins a new input, which has no parts yet. */
  int addInput() {
    partEnds[inputCount] = partCount;
    return inputCount++;
  }

  /** Gives the last input one more part. */
  void addPart(int row) {
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, 2 * partCount);
    }
    parts[partCount++] = row;
    partEnds[inputCount - 1] = partCount;
  }

  /** Adds an output and returns its place. */
  int addOutput(int row) {
    outputRows[outputCount] = row;
    return outputCount++;
  }

  /** Observes an input with an output. */
  void observe(int input, int output, float label, float weight) {
    labels[input * width + output] = label;
    weights[input * width + output] = weight;
  }

  /** Learns what was observed, and is empty then. */
  void learn(float rate) {
    if (inputCount > 0 && outputCount > 0) {
      readRows();
      inputs.products(outputs, width, errors);
      turnScoresIntoErrors(rate);
      gains.combine(errors, width, outputs, inputCount);
      for (int i = 0, part = 0; i < inputCount; i++) {
        for (; part < partEnds[i]; part++) {
          gains.addTo(i, tables.input, parts[part]);
        }
      }
      if (!tables.freezesOutput) {
        gains.combineTransposed(errors, width, inputs, outputCount);
        for (int o = 0; o < outputCount; o++) {
          gains.addTo(o, tables.output, outputRows[o]);
        }
      }
    }
    inputCount = 0;
    outputCount = 0;
    partCount = 0;
  }

  private void readRows() {
    inputs.clear();
    outputs.clear();
    for (int i = 0, part = 0; i < inputCount; i++) {
      int first = part;
      inputs.append(tables.input, parts[part++]);
      for (; part < partEnds[i]; part++) {
        inputs.accumulate(tables.input, parts[part]);
      }
      if (part - first > 1) {
        inputs.scale(1f / (part - first));
      }
    }
    for (int o = 0; o < outputCount; o++) {
      outputs.append(tables.output, outputRows[o]);
    }
  }

  private void turnScoresIntoErrors(float rate) {
    if (--tilesUntilLoss == 0) {
      tilesUntilLoss = LOSS_EVERY;
      measure();
    }
    for (int i = 0; i < inputCount; i++) {
      for (int cell = i * width, end = cell + outputCount; cell < end; cell++) {
        errors[cell] = rate * weights[cell] * (labels[cell] - Sigmoid.of(errors[cell]));
        weights[cell] = 0;
      }
    }
  }

  private void measure() {
    for (int i = 0; i < inputCount; i++) {
      for (int cell = i * width, end = cell + outputCount; cell < end; cell++) {
        if (weights[cell] > 0) {
          float hit = labels[cell] > 0 ? errors[cell] : -errors[cell];
          loss -= weights[cell] * Math.log(Sigmoid.of(hit));
          observations += labels[cell] > 0 ? 1 : 0;
        }
      }
    }
  }

  /** Adds up what was measured since the last call: loss and true observations. */
  void drainLoss(LossMeter meter) {
    meter.add(loss, observations);
    loss = 0;
    observations = 0;
  }
}
