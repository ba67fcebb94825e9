package dev.akin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.testkit.TestData;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java snippet of the documentation compiles and runs; every link leads somewhere. */
class DocumentationTest {
  private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

  /** One fenced block and where it stands. */
  record Snippet(String where, String source) {
    @Override
    public String toString() {
      return where;
    }

    /** The snippet as a compact source file: loose statements get a main around them. */
    String compilationUnit() {
      if (source.contains("void main(")) {
        return source;
      }
      StringBuilder imports = new StringBuilder();
      StringBuilder body = new StringBuilder();
      source
          .lines()
          .forEach(line -> (line.startsWith("import ") ? imports : body).append(line).append('\n'));
      return imports + "void main() throws Exception {\n" + body + "}\n";
    }
  }

  static List<Snippet> snippets() throws IOException {
    List<Snippet> found = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      Matcher matcher = SNIPPET.matcher(text);
      while (matcher.find()) {
        long line = text.substring(0, matcher.start()).lines().count() + 1;
        found.add(
            new Snippet(TestData.projectRoot().relativize(page) + ":" + line, matcher.group(1)));
      }
    }
    return found;
  }

  static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    try (Stream<Path> top = Files.list(TestData.projectRoot());
        Stream<Path> docs = Files.walk(TestData.projectRoot().resolve("docs"))) {
      Stream.concat(top, docs).filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    pages.sort(null);
    return pages;
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("snippets")
  void everySnippetCompilesAndRuns(Snippet snippet, @TempDir Path folder) throws Exception {
    compile(snippet.compilationUnit(), folder);
    try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> type = loader.loadClass("Snippet");
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      var main = type.getDeclaredMethod("main");
      main.setAccessible(true);
      main.invoke(constructor.newInstance());
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsToAFileAndAHeadingInIt(Path page) throws IOException {
    Matcher matcher = LINK.matcher(Files.readString(page));
    while (matcher.find()) {
      String target = matcher.group(1);
      if (!target.contains("://") && !target.startsWith("mailto:")) {
        Path file = target.isEmpty() ? page : page.resolveSibling(target);
        assertThat(file).as("link in %s", page).exists();
        if (matcher.group(2) != null) {
          assertThat(anchors(file)).as("link in %s to %s", page, file).contains(matcher.group(2));
        }
      }
    }
  }

  /** What headings are called in links: lower case, blanks as hyphens, other signs left out. */
  private static List<String> anchors(Path page) throws IOException {
    Matcher heading = HEADING.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""));
    List<String> anchors = new ArrayList<>();
    while (heading.find()) {
      String words = heading.group(1).strip().toLowerCase(Locale.ROOT);
      anchors.add(words.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
    }
    return anchors;
  }

  private static void compile(String source, Path folder) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    var unit =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-d", folder.toString(), "--release", "25"),
                null,
                List.of(unit))
            .call();
    assertThat(compiled).as("%s\n%s", messages, source).isTrue();
  }
}
