package dev.akin.format.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.testkit.Seeds;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubwordsTest {
  private static final BigInteger TWO_32 = BigInteger.ONE.shiftLeft(32);

  @Test
  void aWordInBracketsHasTheNgramsOfTheDocumentation() {
    // fastText's own example: "where" with n = 3 has <wh whe her ere re>.
    assertThat(new Subwords(3, 3, 1000).bucketsOf(utf8("where")))
        .containsExactly(
            bucket("<wh", 1000),
            bucket("whe", 1000),
            bucket("her", 1000),
            bucket("ere", 1000),
            bucket("re>", 1000));
  }

  @Test
  void plainFnvIsMetOnAsciiAndSignedBytesElsewhere() {
    // From the test vectors of the algorithm's authors.
    assertThat(fnv("foobar", false)).isEqualTo(BigInteger.valueOf(0xbf9cf968L));
    assertThat(fnv("<a>", false)).isEqualTo(fnv("<a>", true));
    assertThat(fnv("<é>", false)).isNotEqualTo(fnv("<é>", true));
    assertThat(new Subwords(3, 3, 1 << 30).bucketsOf(utf8("é")))
        .containsExactly(fnv("<é>", true).mod(BigInteger.valueOf(1 << 30)).intValue());
  }

  @Test
  void aBracketAloneIsNoNgramButALetterAloneIs() {
    assertThat(new Subwords(1, 1, 50).bucketsOf(utf8("ab")))
        .containsExactly(bucket("a", 50), bucket("b", 50));
    assertThat(new Subwords(1, 2, 50).bucketsOf(utf8(""))).containsExactly(bucket("<>", 50));
  }

  @Test
  void ngramsAreCountedInCharactersOfAnyLength() {
    assertThat(new Subwords(4, 4, 100).bucketsOf(utf8("鸟🙂é")))
        .containsExactly(bucket("<鸟🙂é", 100), bucket("鸟🙂é>", 100));
  }

  @Test
  void noneMeansNone() {
    assertThat(new Subwords(0, 0, 0).bucketsOf(utf8("word"))).isEmpty();
    assertThatThrownBy(() -> new Subwords(3, 6, 0))
        .hasMessage("n-grams of 3 to 6 characters need buckets, got 0");
  }

  @Test
  void theyAreThoseOfTheDefinitionForRandomWords() {
    Seeds.forEach(
        300,
        random -> {
          int[] letters = {'a', 'z', 'ß', 'я', 'क', '鸟', 0x1f642, 0x301};
          var word = new StringBuilder();
          int length = random.nextInt(9);
          for (int i = 0; i < length; i++) {
            word.appendCodePoint(letters[random.nextInt(letters.length)]);
          }
          int least = random.nextInt(4);
          int most = least + random.nextInt(4);
          int buckets = 1 + random.nextInt(2_000_000);
          if (most > 0) {
            assertThat(new Subwords(least, most, buckets).bucketsOf(utf8(word.toString())))
                .as("'%s' %d–%d of %d", word, least, most, buckets)
                .containsExactly(defined(word.toString(), least, most, buckets));
          }
        });
  }

  @Test
  void bytesThatAreNotUtf8DoNoHarm() {
    byte[] broken = {(byte) 0x80, (byte) 0xff, 'a', (byte) 0xc3};
    assertThat(new Subwords(1, 6, 10).bucketsOf(broken)).isNotEmpty();
  }

  /** By code points and big integers. */
  private static int[] defined(String word, int least, int most, int buckets) {
    int[] points = ("<" + word + ">").codePoints().toArray();
    List<Integer> found = new ArrayList<>();
    for (int from = 0; from < points.length; from++) {
      for (int n = Math.max(1, least); n <= most && from + n <= points.length; n++) {
        boolean isBracket = n == 1 && (from == 0 || from == points.length - 1);
        if (!isBracket) {
          found.add(bucket(new String(points, from, n), buckets));
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int bucket(String ngram, int buckets) {
    return fnv(ngram, true).mod(BigInteger.valueOf(buckets)).intValue();
  }

  private static BigInteger fnv(String text, boolean isSigned) {
    BigInteger hash = BigInteger.valueOf(2166136261L);
    for (byte b : utf8(text)) {
      BigInteger value =
          isSigned ? BigInteger.valueOf(b).mod(TWO_32) : BigInteger.valueOf(b & 0xff);
      hash = hash.xor(value).multiply(BigInteger.valueOf(16777619)).mod(TWO_32);
    }
    return hash;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
