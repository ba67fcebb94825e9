package dev.akin.conformance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.akin.testkit.TestData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** The design's modules and arrows are law. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.akin");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vector", "text", "eval", "format", "reader", "encoder", "words", "search", "study", "cli"
      })
  void aModuleUsesOnlyTheModulesItsArrowsPointAt(String module) {
    String[] forbidden =
        Arrows.ALLOWED.keySet().stream()
            .filter(other -> !other.equals(module))
            .filter(other -> !Arrows.from(module).contains(other))
            .map(other -> "dev.akin." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.akin." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vector", "text", "eval"})
  void theFloorUsesOnlyTheJdkAndJSpecify(String module) {
    noClasses()
        .that()
        .resideInAPackage("dev.akin." + module + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java..", "javax..", "jdk..", "org.jspecify..", "dev.akin." + module + "..")
                .negate()
                .as("outside the JDK, JSpecify and the module itself"))
        .check(CLASSES);
  }

  @Test
  void noPackagesUseEachOtherInACircle() {
    slices().matching("dev.akin.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheCommandPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.akin.cli..", "dev.akin.bench..", "dev.akin.testkit..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void onlyAServerThatTheUserNamesIsConnectedTo() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.akin.encoder.remote..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.Socket")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.http.HttpClient")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.channels.SocketChannel")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.net.URLConnection")
        .check(CLASSES);
  }

  @Test
  void thePomsDrawTheSameArrows() throws Exception {
    for (var module : Arrows.ALLOWED.entrySet()) {
      Path pom = TestData.projectRoot().resolve(module.getKey()).resolve("pom.xml");
      assertThat(module.getValue()).as("%s depends on", pom).containsAll(akinDependencies(pom));
    }
  }

  @Test
  void everyModuleOfTheBuildHasItsArrows() throws Exception {
    String parent = Files.readString(TestData.projectRoot().resolve("pom.xml"));
    Set<String> modules =
        parent
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("<module>"))
            .map(line -> line.replaceAll("</?module>", ""))
            .collect(Collectors.toSet());
    assertThat(modules).isEqualTo(Arrows.ALLOWED.keySet());
  }

  /** Modules of ours that a pom names outside test scope. */
  private static Set<String> akinDependencies(Path pom) throws Exception {
    var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    var dependencies = document.getElementsByTagName("dependency");
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "groupId").equals("dev.akin")
          && !text(dependency, "scope").equals("test")) {
        found.add(text(dependency, "artifactId").replace("akin-", ""));
      }
    }
    return found;
  }

  private static String text(Element element, String tag) {
    var found = element.getElementsByTagName(tag);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }
}
