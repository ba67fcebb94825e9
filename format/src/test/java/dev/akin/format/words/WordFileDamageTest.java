package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Damage;
import dev.akin.testkit.Seeds;
import dev.akin.vector.FormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any bytes are a table or refused with the file's name; nothing else may come out. */
class WordFileDamageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skip-gram.bin",
        "no-ngrams.bin",
        "supervised.bin",
        "quantized.ftz",
        "pruned.ftz",
        "gensim-binary.bin"
      })
  void aBinaryFileCutShortAnywhereIsRefused(String fixture) throws IOException {
    byte[] whole = Fixtures.bytes(fixture);
    for (int length : lengths(whole.length)) {
      assertRefused(Damage.truncated(whole, length));
    }
  }

  /** Every length where headers and ends stand, some of those between. */
  private static int[] lengths(int whole) {
    var random = new SplittableRandom(1);
    return IntStream.range(0, whole)
        .filter(length -> length < 150 || length > whole - 50 || random.nextInt(whole) < 150)
        .toArray();
  }

  @Test
  void aTextFileCutShortIsRefusedUnlessWithinItsLastNumber() throws IOException {
    byte[] whole = Fixtures.bytes("gensim-text.vec");
    String text = new String(whole, StandardCharsets.UTF_8);
    int lastNumber =
        text.substring(0, text.lastIndexOf(' ')).getBytes(StandardCharsets.UTF_8).length;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Damage.truncated(whole, length);
      if (length <= lastNumber + 1) {
        assertRefused(cut);
      } else {
        assertReadOrRefused(cut, true);
      }
    }
  }

  @Test
  void aPackedFileCutShortOrDamagedIsRefusedOrReadWhole() throws IOException {
    for (String fixture : new String[] {"gensim-text.vec", "skip-gram.bin", "quantized.ftz"}) {
      var out = new ByteArrayOutputStream();
      try (var packed = new GZIPOutputStream(out)) {
        packed.write(Fixtures.bytes(fixture));
      }
      for (byte[] whole : List.of(out.toByteArray(), Fixtures.zstd(Fixtures.bytes(fixture)))) {
        for (int length : lengths(whole.length)) {
          assertRefused(Damage.truncated(whole, length));
        }
        Seeds.forEach(40, random -> tryToRead(Damage.bitFlipped(whole, random)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "skip-gram.bin",
        "cbow.bin",
        "supervised.bin",
        "quantized.ftz",
        "pruned.ftz",
        "gensim-binary.bin",
        "gensim-text.vec"
      })
  void flippedBitsAndLyingNumbersAreReadOrRefused(String fixture) throws IOException {
    byte[] whole = Fixtures.bytes(fixture);
    Seeds.forEach(
        150,
        random -> {
          tryToRead(Damage.bitFlipped(whole, random));
          tryToRead(lying(whole, random));
        });
  }

  /** A number somewhere in the file replaced by one that is huge, negative or off by a little. */
  private static byte[] lying(byte[] whole, SplittableRandom random) {
    int[] lies = {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 0, 1, 1 << 20, random.nextInt()};
    int lie = lies[random.nextInt(lies.length)];
    int offset = random.nextInt(Math.min(whole.length - 4, 400));
    return Damage.overwritten(
        whole, offset, (byte) lie, (byte) (lie >> 8), (byte) (lie >> 16), (byte) (lie >> 24));
  }

  @Test
  void randomBytesBehindEveryBeginningAreReadOrRefused() {
    String[] beginnings = {
      "",
      "3 2\n",
      "3 2\na 1 2\n",
      "a 1 2\n",
      "\u00ba\u0016O/\u000c\0\0\0",
      "\u001f\u008b\u0008\0",
      "(\u00b5/\u00fd",
      "9999999 7\n"
    };
    String letters = "01.-e \n\r\tabé\0\u00ff";
    Seeds.forEach(
        800,
        random -> {
          var bytes = new StringBuilder(beginnings[random.nextInt(beginnings.length)]);
          int length = random.nextInt(120);
          boolean isText = random.nextBoolean();
          for (int i = 0; i < length; i++) {
            bytes.append(
                isText
                    ? letters.charAt(random.nextInt(letters.length()))
                    : (char) random.nextInt(256));
          }
          tryToRead(bytes.toString().getBytes(StandardCharsets.ISO_8859_1));
        });
  }

  private void assertRefused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    assertThatThrownBy(() -> WordFile.open(file).close())
        .as("%d bytes", bytes.length)
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith(file.toString());
  }

  private void tryToRead(byte[] bytes) {
    try {
      assertReadOrRefused(bytes, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertReadOrRefused(byte[] bytes, boolean isUnterminated) throws IOException {
    Path file = Files.write(folder.resolve("damaged"), bytes);
    try (WordFile words = WordFile.open(file)) {
      for (int i = 0; i < words.words().size(); i++) {
        for (float cell : words.copyVector(i)) {
          assertThat(cell).isFinite();
        }
      }
      if (isUnterminated) {
        assertThat(words.oddities().isUnterminated()).isTrue();
      }
    } catch (FormatException e) {
      assertThat(e).hasMessageStartingWith(file.toString());
    }
  }
}
