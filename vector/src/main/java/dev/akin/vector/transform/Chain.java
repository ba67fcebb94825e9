package dev.akin.vector.transform;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Several steps, each taking what the one before gives; never a chain inside a chain. */
record Chain(List<Transform> steps) implements Transform {
  Chain {
    List<Transform> flat = new ArrayList<>();
    for (Transform step : steps) {
      if (step instanceof Chain chain) {
        flat.addAll(chain.steps);
      } else {
        flat.add(step);
      }
    }
    if (flat.isEmpty()) {
      throw new IllegalArgumentException("a chain needs a step");
    }
    for (int i = 1; i < flat.size(); i++) {
      if (flat.get(i - 1).outputDimension() != flat.get(i).inputDimension()) {
        throw new IllegalArgumentException(
            "[%s] gives %d cells, [%s] takes %d"
                .formatted(
                    flat.get(i - 1),
                    flat.get(i - 1).outputDimension(),
                    flat.get(i),
                    flat.get(i).inputDimension()));
      }
    }
    steps = List.copyOf(flat);
  }

  @Override
  public int inputDimension() {
    return steps.getFirst().inputDimension();
  }

  @Override
  public int outputDimension() {
    return steps.getLast().outputDimension();
  }

  @Override
  public float[] apply(float[] row) {
    float[] image = row;
    for (Transform step : steps) {
      image = step.apply(image);
    }
    return image;
  }

  @Override
  public String toString() {
    return steps.stream().map(Transform::toString).collect(Collectors.joining(" → "));
  }
}
