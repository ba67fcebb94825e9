package dev.akin.words.training;

import dev.akin.vector.Matrix;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that decides what is learned, each under its name: the settings but the threads, and digests
 * of the text, its words in their order, of the compass and of vectors of lines where there are
 * such. Names of documents are none of it: they are read with the documents, in every run anew, and
 * a row is of what stands in its line.
 *
 * @param facts values by name, in the order in which they are told
 */
record TrainingIdentity(Map<String, String> facts) {
  /** What no one can read: that it differs is told, its value is not. */
  private static final String DIGEST = "sha256:";

  static TrainingIdentity of(
      TrainingOptions options, LookupTrainer.Setting setting, Optional<LookupTrainer.Guide> guide) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("method", options.method().label());
    facts.put("dimension", "" + options.dimension());
    facts.put("window", "" + options.window());
    facts.put("negatives", "" + options.negatives());
    facts.put("epochs", "" + options.epochs());
    facts.put("rate", "" + options.rate());
    facts.put("sampling", "" + options.sampling());
    facts.put("least count", "" + options.leastCount());
    facts.put("seed", "" + options.seed());
    facts.put("n-grams", ngrams(options));
    facts.put("senses", "" + options.senses());
    facts.put("real dimension", "" + options.realDimension());
    facts.put("text", digest(to -> addText(to, setting)));
    guide.ifPresent(by -> {
      facts.put("start", by.start().name().toLowerCase(Locale.ROOT));
      facts.put("compass", digest(to -> by.compass().addTo(to)));
    });
    setting.lines().ifPresent(lines -> facts.put("lines", digest(to -> addRows(to, lines))));
    return new TrainingIdentity(facts);
  }

  private static String ngrams(TrainingOptions options) {
    var subwords = options.subwords();
    return subwords.most() > 0
        ? subwords.least() + " to " + subwords.most() + " in " + subwords.buckets() + " rows"
        : "none";
  }

  private static String digest(Consumer<MessageDigest> content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      content.accept(digest);
      return DIGEST + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void addText(MessageDigest digest, LookupTrainer.Setting setting) {
    TokenFile tokens = setting.tokens();
    ByteBuffer cells = ByteBuffer.allocate(2 * Long.BYTES);
    digest.update(cells.putLong(tokens.cells()).putLong(tokens.checksum()).array());
    addWords(digest, setting.vocabulary());
    if (setting.predicted() != setting.vocabulary()) {
      addWords(digest, setting.predicted());
    }
  }

  private static void addWords(MessageDigest digest, Vocabulary vocabulary) {
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    for (int word = 0; word < vocabulary.size(); word++) {
      digest.update(number.clear().putLong(vocabulary.count(word)).array());
      digest.update(vocabulary.words().bytes(word));
    }
  }

  private static void addRows(MessageDigest digest, Matrix lines) {
    for (int line = 0; line < lines.rows(); line++) {
      digest.update(lines.row(line).asByteBuffer());
    }
  }

  /** A line a fact, {@code name=value}: what {@link #read} takes. */
  byte[] bytes() {
    var text = new StringBuilder();
    facts.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What {@link #bytes} wrote; lines that are none of it are left out. */
  static TrainingIdentity read(byte[] bytes) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        facts.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new TrainingIdentity(facts);
  }

  /** How another differs from this, as in "epochs is 60 there and 61 here, the text differs". */
  String difference(TrainingIdentity there) {
    Set<String> names = new LinkedHashSet<>(facts.keySet());
    names.addAll(there.facts.keySet());
    List<String> told = new ArrayList<>();
    for (String name : names) {
      String mine = facts.getOrDefault(name, "not given");
      String other = there.facts.getOrDefault(name, "not given");
      if (mine.startsWith(DIGEST) && other.startsWith(DIGEST) && !mine.equals(other)) {
        told.add("the %s differs".formatted(name));
      } else if (!mine.equals(other)) {
        told.add("%s is %s there and %s here".formatted(name, shown(other), shown(mine)));
      }
    }
    return String.join(", ", told);
  }

  private static String shown(String value) {
    return value.startsWith(DIGEST) ? "given" : value;
  }
}
