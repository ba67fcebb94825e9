package dev.akin.encoder;

import dev.akin.encoder.head.Activation;
import dev.akin.encoder.head.Dense;
import dev.akin.encoder.head.Dense.Linear;
import dev.akin.encoder.head.Dense.Residual;
import dev.akin.encoder.head.LayerNorm;
import dev.akin.format.tensor.Safetensors;
import dev.akin.format.tensor.Tensor;
import dev.akin.text.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders of Dense and LayerNorm modules: {@code config.json} and {@code model.safetensors}.
 */
final class LayerFolder {
  private LayerFolder() {}

  static Dense dense(Path folder) throws IOException {
    JsonFile config = JsonFile.read(folder.resolve("config.json"));
    int inputs = config.requirePositive("in_features");
    int outputs = config.requirePositive("out_features");
    Activation activation = activation(config);
    try (Safetensors weights = open(folder)) {
      float[] weight = cells(weights, "linear.weight", List.of((long) outputs, (long) inputs));
      float[] bias =
          config.isTrue("bias", true)
              ? cells(weights, "linear.bias", List.of((long) outputs))
              : new float[outputs];
      return new Dense(
          new Linear(weight, bias, inputs), activation, residual(config, weights, inputs, outputs));
    }
  }

  private static Residual residual(JsonFile config, Safetensors weights, int inputs, int outputs) {
    if (!config.isTrue("use_residual", false)) {
      return new Residual.None();
    }
    Optional<Tensor> map = weights.find("residual.weight");
    if (map.isEmpty() && inputs == outputs) {
      return new Residual.Input();
    }
    float[] weight = cells(weights, "residual.weight", List.of((long) outputs, (long) inputs));
    return new Residual.Projected(new Linear(weight, new float[outputs], inputs));
  }

  private static Activation activation(JsonFile config) {
    String type = config.findText("activation_function").orElse("torch.nn.modules.activation.Tanh");
    String name = type.substring(type.lastIndexOf('.') + 1);
    return switch (name) {
      case "Identity" -> Activation.IDENTITY;
      case "Tanh" -> Activation.TANH;
      case "ReLU" -> Activation.RELU;
      case "GELU" -> Activation.GELU;
      case "Sigmoid" -> Activation.SIGMOID;
      case "SiLU" -> Activation.SILU;
      default ->
          throw config.error(
              "its activation_function %s is not one of Identity, Tanh, ReLU, GELU, Sigmoid, SiLU"
                  .formatted(type));
    };
  }

  static LayerNorm layerNorm(Path folder) throws IOException {
    JsonFile config = JsonFile.read(folder.resolve("config.json"));
    List<Long> shape = List.of((long) config.requirePositive("dimension"));
    try (Safetensors weights = open(folder)) {
      return new LayerNorm(
          cells(weights, "norm.weight", shape), cells(weights, "norm.bias", shape));
    }
  }

  private static float[] cells(Safetensors weights, String name, List<Long> shape) {
    Tensor tensor = weights.require(name);
    if (!tensor.shape().equals(shape)) {
      throw new FormatException(
          "tensor " + name,
          "its shape is %s, config.json says %s".formatted(tensor.shape(), shape));
    }
    return tensor.toFloats();
  }

  private static Safetensors open(Path folder) throws IOException {
    Path file = folder.resolve("model.safetensors");
    if (Files.isRegularFile(file)) {
      return Safetensors.open(file);
    }
    throw new FormatException(
        folder.toString(),
        Files.exists(folder.resolve("pytorch_model.bin"))
            ? "it has only pytorch_model.bin, which is a program, not data: save the model again"
                + " with safetensors"
            : "it has no model.safetensors");
  }
}
