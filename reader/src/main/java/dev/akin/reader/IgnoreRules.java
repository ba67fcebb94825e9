package dev.akin.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one {@code .gitignore} or {@code .akinignore}, as git reads them: the last rule that
 * matches decides, {@code !} takes a file back in, a slash at the end means folders, a slash before
 * it ties the rule to the file's own folder, {@code **} stands for any number of folders.
 */
final class IgnoreRules {
  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = rules;
  }

  /** A rule: the names it wants, one a folder level, and what it says of what it matches. */
  private record Rule(List<String> names, boolean isIgnoring, boolean isForFolders) {}

  static IgnoreRules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    text.lines().forEach(line -> parseRule(line).ifPresent(rules::add));
    return new IgnoreRules(List.copyOf(rules));
  }

  private static Optional<Rule> parseRule(String line) {
    if (line.startsWith("#")) {
      return Optional.empty();
    }
    String pattern = withoutTrailingSpaces(line);
    boolean isIgnoring = !pattern.startsWith("!");
    pattern = isIgnoring ? pattern : pattern.substring(1);
    boolean isForFolders = pattern.endsWith("/");
    pattern = isForFolders ? pattern.substring(0, pattern.length() - 1) : pattern;
    if (pattern.isEmpty()) {
      return Optional.empty();
    }
    boolean isTied = pattern.indexOf('/') >= 0;
    pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    List<String> names = new ArrayList<>(List.of(pattern.split("/", -1)));
    if (!isTied) {
      names.addFirst("**");
    }
    return Optional.of(new Rule(List.copyOf(names), isIgnoring, isForFolders));
  }

  /** A space at the end counts only behind a backslash. */
  private static String withoutTrailingSpaces(String line) {
    int end = line.length();
    while (end > 0
        && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')
        && !(end > 1 && line.charAt(end - 2) == '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  /**
   * Whether these rules ignore a path; empty if none speaks of it.
   *
   * @param path its names below the folder the rules stand in
   */
  Optional<Boolean> ignores(List<String> path, boolean isFolder) {
    for (Rule rule : rules.reversed()) {
      if ((isFolder || !rule.isForFolders()) && Glob.matches(rule.names(), path)) {
        return Optional.of(rule.isIgnoring());
      }
    }
    return Optional.empty();
  }
}
