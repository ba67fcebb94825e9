package dev.akin.words.training;

import dev.akin.vector.Matrix;
import dev.akin.vector.RowBlock;
import dev.akin.vector.TableRows;
import java.util.Arrays;

/**
 * A few inputs against a few outputs, learned at once: the one hot loop of every method.
 *
 * <p>A member is the sum of some rows of the input table, its parts. An input is a member, or what
 * several members that were mixed into it become, as a {@link Joining} says; an output is a row of
 * the output table. A cell (i, o) that is labelled 1 or 0 is an observation of logistic regression;
 * the others are not seen. With scores S = I·Oᵀ and errors E = rate · weight · (label − σ(S)),
 * outputs gain Eᵀ·I and every part of an input its row of E·O, undivided, as in word2vec.c and
 * fastText; both from the rows as they were before. So a part of a sum gains the gradient of the
 * likelihood, and one of a mean as many times that as there are parts. A part that is weighted cell
 * by cell with another row gains the product with it, and that row the product with the part,
 * divided where the parts are: all windows share it, and undivided it would run away. It stays
 * within ±2. A part may also stand in the sum some share of times; then the share gains the product
 * of the row and what the sum gains, for whoever it came from. In a {@link Joining#CHAIN} parts
 * stand one behind another, the rows of the outputs are as long, and a part gains what its place
 * does.
 *
 * <p>These are matrix products of rows in the cache, which is where the speed comes from (Ji et al.
 * 2016, Parallelizing Word2Vec in Shared and Distributed Memory): what several inputs share is read
 * and changed once. For one thread; the tables may be shared.
 */
final class Tile {
  /** One tile in so many is asked for its loss. */
  private static final int LOSS_EVERY = 64;

  private static final int UNMARKED = -1;

  /** A row that weights others begins at one and stays within this. */
  private static final float MOST_WEIGHT = 2;

  private final Tables tables;
  private final Joining joining;
  private final int dimension;
  private final RowBlock members;
  private final RowBlock mixtures;
  private final RowBlock outputs;
  private final RowBlock gains;
  private final RowBlock memberGains;
  private final RowBlock slopes;
  private final RowBlock bases;
  private final float[] shares;
  private final float[] shareGains;
  private final int width;
  private final int[] outputRows;

  /** Where outputs were read, and inputs that are rows of the table. */
  private final TableRows outputOrigins;

  private final TableRows inputOrigins;
  private final int[] memberEnds;

  /** 1 where a member, the row, is mixed into an input, else 0. */
  private final float[] mixing;

  /** Of each input the parts that are mixed into it. */
  private final int[] mixedParts;

  private final float[] mixers;
  private int[] parts = new int[64];

  /** Of each part the row that weights it or, in a chain, its place. */
  private int[] partMarks = new int[64];

  private int mark = UNMARKED;
  private int firstOutputRow;
  private boolean isMixed;
  private boolean isMarked;
  private int memberCount;
  private int inputCount;
  private int outputCount;
  private int partCount;
  private int shareCount;
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
   * @param output [outputs × the same, of chains times the places]
   * @param dimension cells of a row that are learned; those that fill it up stay zero
   * @param freezes what stays as it is
   */
  record Tables(Matrix input, Matrix output, int dimension, Freeze freezes) {
    /** Tables of which all is learned. */
    Tables(Matrix input, Matrix output, int dimension) {
      this(input, output, dimension, new Freeze(0, false));
    }
  }

  /**
   * What of the tables is not learned.
   *
   * @param inputRows the first rows of the input table
   * @param output all of the output table
   */
  record Freeze(int inputRows, boolean output) {}

  /** A tile for what a composition makes, predicting as an objective does. */
  Tile(Tables tables, Composition composition, Objective objective) {
    int inputs = composition.mostInputs();
    int mostOutputs = objective.mostOutputs(composition.mostTargets());
    this.tables = tables;
    this.joining = composition.joining();
    this.dimension = tables.dimension;
    int mostMembers = composition.mostMembers();
    int stride = tables.output.dimension();
    this.members = new RowBlock(mostMembers, stride);
    this.mixtures = new RowBlock(inputs, stride);
    this.outputs = new RowBlock(mostOutputs, stride);
    this.gains = new RowBlock(inputs, stride);
    this.memberGains = new RowBlock(1, stride);
    this.slopes = new RowBlock(joining == Joining.BITS ? inputs : 1, stride);
    this.bases = new RowBlock(composition.mostShares(), stride);
    this.shares = new float[composition.mostShares()];
    this.shareGains = new float[composition.mostShares()];
    this.width = inputs;
    this.outputRows = new int[mostOutputs];
    this.outputOrigins = new TableRows(tables.output, mostOutputs);
    this.inputOrigins =
        new TableRows(tables.input, Math.max(mostMembers, composition.mostShares()));
    this.memberEnds = new int[mostMembers];
    this.mixing = new float[inputs * mostMembers];
    this.mixedParts = new int[inputs];
    this.mixers = new float[inputs];
    this.labels = new float[inputs * mostOutputs];
    this.weights = new float[inputs * mostOutputs];
    this.errors = new float[inputs * mostOutputs];
  }

  int inputCount() {
    return inputCount;
  }

  int outputCount() {
    return outputCount;
  }

  /** Whether an input is to say yes to a row that stands among the first outputs. */
  boolean predicts(int input, int row, int firstOutputs) {
    for (int o = 0; o < firstOutputs; o++) {
      if (outputRows[o] == firstOutputRow + row && weights[o * width + input] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Begins a new member, which has no parts yet, and returns its place. */
  int addMember() {
    memberEnds[memberCount] = partCount;
    mark = UNMARKED;
    return memberCount++;
  }

  /** Gives the last member one more part. */
  void addPart(int row) {
    if (partCount == parts.length) {
      parts = Arrays.copyOf(parts, 2 * partCount);
      partMarks = Arrays.copyOf(partMarks, 2 * partCount);
    }
    partMarks[partCount] = mark;
    parts[partCount++] = row;
    memberEnds[memberCount - 1] = partCount;
  }

  /**
   * Gives the member of a tile that has no other, and other parts only of this kind, so many times
   * a row; the row gains as many times what the member gains, and the share see {@link #shareGain}.
   */
  void addPart(int row, float share) {
    addPart(row);
    shares[shareCount++] = share;
  }

  /** What the share of a part of the tile that was learned last gains: its slope times the rate. */
  float shareGain(int part) {
    return shareGains[part];
  }

  /**
   * Marks the parts that are added from now on, until the next member: in a chain with their place,
   * else with the row of the inputs that they are weighted by.
   */
  void mark(int placeOrRow) {
    mark = placeOrRow;
    isMarked = true;
  }

  /** Begins an input that is the member which is begun next. */
  int addInput() {
    inputCount++;
    return addMember();
  }

  /**
   * Begins an input that members, which are all there, are mixed into; in a tile all inputs are of
   * this kind or none.
   */
  int addMixture() {
    if (!isMixed) {
      Arrays.fill(mixing, 0, memberCount * width, 0);
      isMixed = true;
    }
    mixedParts[inputCount] = 0;
    return inputCount++;
  }

  /** Mixes a member into the last input, into which it is not mixed yet. */
  void mix(int member) {
    int input = inputCount - 1;
    mixing[member * width + input] = 1;
    mixedParts[input] += memberEnds[member] - (member == 0 ? 0 : memberEnds[member - 1]);
  }

  /** Counts the outputs that are added from now on, until the tile is learned, from a row on. */
  void startOutputsAt(int row) {
    firstOutputRow = row;
  }

  /** Adds an output and returns its place. */
  int addOutput(int row) {
    outputRows[outputCount] = firstOutputRow + row;
    return outputCount++;
  }

  /** Whether a row stands among the first outputs. */
  boolean hasOutput(int row, int firstOutputs) {
    for (int o = 0; o < firstOutputs; o++) {
      if (outputRows[o] == firstOutputRow + row) {
        return true;
      }
    }
    return false;
  }

  /** Observes an input with an output. */
  void observe(int input, int output, float label, float weight) {
    labels[output * width + input] = label;
    weights[output * width + input] = weight;
  }

  /** Observes that all inputs say no to an output. */
  void observeNoise(int output, float weight) {
    Arrays.fill(weights, output * width, output * width + inputCount, weight);
  }

  /** Learns what was observed, and is empty then. */
  void learn(float rate) {
    if (inputCount > 0 && outputCount > 0) {
      RowBlock inputs = inputs();
      outputOrigins.set(outputRows, outputCount);
      outputs.clear();
      outputs.append(outputOrigins);
      inputs.products(outputs, width, errors);
      turnScoresIntoErrors(rate);
      if (tables.freezes.output) {
        gains.combine(errors, width, outputs, inputCount);
      } else {
        inputs.backward(errors, width, outputs, outputOrigins, gains);
      }
      addGainsToParts();
    }
    inputCount = 0;
    outputCount = 0;
    partCount = 0;
    memberCount = 0;
    shareCount = 0;
    firstOutputRow = 0;
    isMixed = false;
    isMarked = false;
  }

  /** Whether each member is one row of the inputs. */
  private boolean isOfRows() {
    return partCount == memberCount && !isMarked;
  }

  /** Whether the last member becomes bits before it is mixed. */
  private boolean hasCode() {
    return joining == Joining.MEAN_WITH_CODE;
  }

  /** Reads the inputs. */
  private RowBlock inputs() {
    if (!isMixed) {
      readMembers();
    } else if (isOfRows() && !hasCode()) {
      inputOrigins.set(parts, partCount);
      mixtures.combine(mixing, width, inputOrigins, inputCount);
    } else {
      readMembers();
      if (hasCode()) {
        Joining.round(members, memberCount - 1, slopes, dimension);
      }
      mixtures.combine(mixing, width, members, inputCount);
    }
    for (int i = 0; isMixed && joining.isMean() && i < inputCount; i++) {
      if (mixedParts[i] > 1) {
        mixtures.scale(i, 1f / mixedParts[i]);
      }
    }
    RowBlock inputs = isMixed ? mixtures : members;
    if (joining == Joining.BITS) {
      Joining.round(inputs, 0, slopes, dimension);
    }
    return inputs;
  }

  private void readMembers() {
    if (shareCount > 0) {
      inputOrigins.set(parts, shareCount);
      bases.clear();
      bases.append(inputOrigins);
      members.combine(shares, 1, bases, 1);
      return;
    }
    members.clear();
    if (isOfRows()) {
      inputOrigins.set(parts, partCount);
      members.append(inputOrigins);
      return;
    }
    for (int m = 0, part = 0; m < memberCount; m++) {
      int first = part;
      if (partMarks[part] == UNMARKED) {
        members.append(tables.input, parts[part++]);
      } else {
        members.appendZeros();
      }
      for (; part < memberEnds[m]; part++) {
        if (partMarks[part] == UNMARKED) {
          members.accumulate(tables.input, parts[part]);
        } else if (joining == Joining.CHAIN) {
          members.accumulate(tables.input, parts[part], column(part));
        } else {
          members.accumulateProduct(tables.input, parts[part], partMarks[part]);
        }
      }
      if (!isMixed && joining.isMean() && part - first > 1) {
        members.scale(m, 1f / (part - first));
      }
    }
  }

  /** The cell of a chain at which a part begins. */
  private int column(int part) {
    return partMarks[part] * tables.input.dimension();
  }

  private void addGainsToParts() {
    if (joining == Joining.BITS) {
      gains.multiplyBy(slopes);
    }
    if (shareCount > 0) {
      addGainsToShares();
      return;
    }
    if (isMixed && isOfRows() && !hasCode() && tables.freezes.inputRows == 0) {
      gains.addCombinationsTo(mixing, width, inputOrigins);
      return;
    }
    for (int m = 0, part = 0; m < memberCount; m++) {
      int end = memberEnds[m];
      float share = joining.isMean() ? 1f / (end - part) : 1;
      RowBlock gained = isMixed ? gainsOfMember(m) : gains;
      int place = isMixed ? 0 : m;
      for (; part < end; part++) {
        if (parts[part] < tables.freezes.inputRows) {
          continue;
        }
        if (partMarks[part] == UNMARKED) {
          gained.addTo(place, tables.input, parts[part]);
        } else if (joining == Joining.CHAIN) {
          gained.addTo(place, column(part), tables.input, parts[part]);
        } else {
          gained.addProductsTo(
              place, tables.input, parts[part], partMarks[part], share, MOST_WEIGHT);
        }
      }
    }
  }

  private void addGainsToShares() {
    gains.products(bases, 1, shareGains);
    if (joining == Joining.BITS) {
      // Only what a code is of is in a hurry; the rows are shared by all.
      for (int part = 0; part < shareCount; part++) {
        shares[part] /= Joining.BITS_PACE;
      }
    }
    if (parts[0] >= tables.freezes.inputRows) {
      gains.addCombinationsTo(shares, 1, inputOrigins);
    }
  }

  private RowBlock gainsOfMember(int member) {
    for (int i = 0; i < inputCount; i++) {
      mixers[i] = mixing[member * width + i];
    }
    memberGains.combine(mixers, 1, gains, 1);
    if (hasCode() && member == memberCount - 1) {
      memberGains.multiplyBy(slopes);
    }
    return memberGains;
  }

  private void turnScoresIntoErrors(float rate) {
    if (--tilesUntilLoss == 0) {
      tilesUntilLoss = LOSS_EVERY;
      measure();
    }
    for (int o = 0; o < outputCount; o++) {
      for (int cell = o * width, end = cell + inputCount; cell < end; cell++) {
        errors[cell] = rate * weights[cell] * (labels[cell] - Sigmoid.of(errors[cell]));
        weights[cell] = 0;
        labels[cell] = 0;
      }
    }
  }

  private void measure() {
    for (int o = 0; o < outputCount; o++) {
      for (int cell = o * width, end = cell + inputCount; cell < end; cell++) {
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
