package dev.akin.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreRulesTest {
  /** Verdicts of `git check-ignore` (git 2.39) for a file of that path. */
  @ParameterizedTest
  @CsvSource({
    "*.log, a.log, true",
    "*.log, x/y/a.log, true",
    "/a.log, x/a.log, false",
    "x/*.log, x/a.log, true",
    "x/*.log, x/y/a.log, false",
    "x/**/a.log, x/a.log, true",
    "x/**/a.log, x/y/z/a.log, true",
    "**/a.log, x/y/a.log, true",
    "x/**, x/y/z, true",
    "x/**, x, false",
    "a?c, abc, true",
    "a?c, abbc, false",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[!a-c]x, dx, true",
    "[]]x, ]x, true",
    "\\#a, '#a', true",
    "\\!a, !a, true",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "x/, x, false",
    "'a ', a, true",
    "'a\\ ', 'a ', true",
    "a**b, axxb, true",
    "[a, [a, false",
  })
  void aRuleMatchesAsInGit(String rule, String path, boolean isIgnored) {
    assertThat(IgnoreRules.parse(rule).ignores(List.of(path.split("/")), false).orElse(false))
        .isEqualTo(isIgnored);
  }

  @Test
  void theLastRuleThatMatchesDecides() {
    var rules = IgnoreRules.parse("# comment\n\n*.md\n!README.md\n");

    assertThat(rules.ignores(List.of("a.md"), false)).contains(true);
    assertThat(rules.ignores(List.of("x", "README.md"), false)).contains(false);
    assertThat(rules.ignores(List.of("a.txt"), false)).isEmpty();
  }

  @Test
  void aSlashAtTheEndMeansFoldersOnly() {
    var rules = IgnoreRules.parse("build/\n");

    assertThat(rules.ignores(List.of("x", "build"), true)).contains(true);
    assertThat(rules.ignores(List.of("x", "build"), false)).isEmpty();
  }

  @Test
  void starsMatchAsTheirPlainDefinitionSays() {
    Seeds.forEach(
        2000,
        random -> {
          var pattern = letters(random, "ab*?", 8);
          var name = letters(random, "ab", 8);
          assertThat(Glob.matchesName(pattern, name))
              .as("%s against %s", pattern, name)
              .isEqualTo(isMatch(pattern, name));
        });
  }

  @Test
  void doubleStarsMatchAsTheirPlainDefinitionSays() {
    Seeds.forEach(
        2000,
        random -> {
          var pattern = names(random, new String[] {"a", "b", "**"});
          var path = names(random, new String[] {"a", "b"});
          assertThat(Glob.matches(pattern, path))
              .as("%s against %s", pattern, path)
              .isEqualTo(isMatch(pattern, path));
        });
  }

  @Test
  void aPatternOfManyStarsTakesNoLongTime() {
    assertThat(Glob.matchesName("*a".repeat(2000) + "b", "a".repeat(4000))).isFalse();
  }

  private static boolean isMatch(String pattern, String name) {
    if (pattern.isEmpty()) {
      return name.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      return isMatch(pattern.substring(1), name)
          || (!name.isEmpty() && isMatch(pattern, name.substring(1)));
    }
    return !name.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == name.charAt(0))
        && isMatch(pattern.substring(1), name.substring(1));
  }

  private static boolean isMatch(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    var rest = pattern.subList(1, pattern.size());
    if (pattern.getFirst().equals("**")) {
      return rest.isEmpty()
          ? !path.isEmpty()
          : isMatch(rest, path)
              || (!path.isEmpty() && isMatch(pattern, path.subList(1, path.size())));
    }
    return !path.isEmpty()
        && pattern.getFirst().equals(path.getFirst())
        && isMatch(rest, path.subList(1, path.size()));
  }

  private static String letters(SplittableRandom random, String from, int most) {
    var out = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      out.append(from.charAt(random.nextInt(from.length())));
    }
    return out.toString();
  }

  private static List<String> names(SplittableRandom random, String[] from) {
    var names = new String[1 + random.nextInt(5)];
    Arrays.setAll(names, _ -> from[random.nextInt(from.length)]);
    return List.of(names);
  }
}
